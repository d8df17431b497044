package com.ecom.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.core.envelope.Envelope;
import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.test.TestIssuer;
import com.ecom.test.TestSpans;
import com.ecom.test.TestTrace;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;

/** All that happens to an order belongs to the trace of the request that placed it. */
class OneTraceIT extends OrderTest {

    @Autowired
    TestSpans spans;

    final TestTrace purchase = TestTrace.begun();

    @Test
    void whatIsAskedOfAnOrderLaterIsDoneInItsTraceAndLinkedToTheRequest() {
        var order = placedIn(purchase);
        var cancelling = TestTrace.begun();
        shop.as(customer)
                .post()
                .uri("/api/orders/" + order + "/cancel")
                .header("traceparent", cancelling.traceparent())
                .exchange()
                .expectStatus()
                .isAccepted();
        heard("payment.commands", order, "payment.void.v1");

        assertThat(tracesOf(order)).containsOnly(purchase.id());
        assertThat(spans.of(purchase))
                .filteredOn(it -> it.name().equals("order CancelRequested"))
                .singleElement()
                .matches(it -> it.isLinkedTo(cancelling));
        assertThat(timelineTracesOf(order)).hasSize(2).containsOnly(purchase.id());
    }

    @Test
    void whatTheClockDoesToAnOrderIsDoneInItsTrace() {
        var order = placedIn(purchase);
        jdbc.sql("update orders set deadline = now(3) - interval 1 second where id = ?")
                .param(order)
                .update();
        heard("inventory.commands", order, "inventory.release.v1");

        assertThat(tracesOf(order)).containsOnly(purchase.id());
        assertThat(spans.of(purchase)).extracting(TestSpans.Ended::name).contains("order Overdue");
    }

    @Test
    void whatTheOtherServicesAnswerIsHandledInTheTraceThatTheyCarryOn() {
        var order = placedIn(purchase);
        heard("order.events", order, "order.created.v1");
        broker.sendIn(
                purchase,
                INVENTORY,
                order,
                "inventory.reserved.v1",
                Map.of("orderId", order, "expiresAt", "2030-01-15T10:15:30Z"));
        heard("payment.commands", order, "payment.authorize.v1");

        assertThat(tracesOf(order)).containsOnly(purchase.id());
    }

    @Test
    void aPurchaseThatNobodyWantsToSampleIsSampledByNobody() {
        var quiet = TestTrace.begunUnsampled();
        var order = placedIn(quiet);
        jdbc.sql("update orders set deadline = now(3) - interval 1 second where id = ?")
                .param(order)
                .update();
        heard("inventory.commands", order, "inventory.release.v1");

        assertThat(messagesOf(order))
                .allSatisfy(it -> assertThat(it.traceparent())
                        .startsWith("00-" + quiet.id())
                        .endsWith("-00"));
        assertThat(spans.of(quiet)).isEmpty();
    }

    private String placedIn(TestTrace trace) {
        return body(shop.as(customer)
                        .post()
                        .uri("/api/orders")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .header("traceparent", trace.traceparent())
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(checkout(1))
                        .exchange()
                        .expectStatus()
                        .isCreated())
                .path("orderId")
                .asString();
    }

    private List<Envelope> messagesOf(String order) {
        return Stream.of("order.events", "inventory.commands", "payment.commands")
                .flatMap(it -> broker.published(it, order).stream())
                .toList();
    }

    private List<String> tracesOf(String order) {
        return messagesOf(order).stream()
                .map(it -> String.valueOf(it.traceparent()).split("-", -1)[1])
                .toList();
    }

    private List<String> timelineTracesOf(String order) {
        return body(shop.as(TestIssuer.bearer(Role.SUPPORT))
                        .get()
                        .uri("/api/admin/orders/" + order + "/timeline")
                        .exchange())
                .valueStream()
                .map(it -> it.path("traceId").asString())
                .toList();
    }
}
