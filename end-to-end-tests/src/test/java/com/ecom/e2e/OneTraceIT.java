package com.ecom.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.local.stack.Names;
import com.ecom.shop.Shopper;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(OneShop.class)
class OneTraceIT {

    private static final List<String> WHO_SELLS =
            List.of("order-service", "inventory-service", "payment-service", "notification-service");

    /** What a provider, a mail server and nobody's request have to do with it. */
    private static final List<String> WHAT_BEGINS_ANEW =
            List.of("ask provider: authorize", "ask provider: capture", "webhook payment.captured", "send mail");

    private final RunningShop shop;

    OneTraceIT(RunningShop shop) {
        this.shop = shop;
        shop.bringBack(Names.ZIPKIN);
    }

    @Test
    void aPurchaseIsOneTraceFromTheRequestToTheMail() {
        var shopper = Shopper.signUp(shop.anybody());
        var order = shopper.order(List.of(Map.of("sku", shop.aSku(7), "quantity", 1)), "pm_card_ok");
        shopper.orderAt(order, "CONFIRMED");

        var traces = timelineOf(order).stream()
                .map(it -> it.path("traceId").asString())
                .collect(Collectors.toSet());
        assertThat(traces).hasSize(1);
        var trace = traces.iterator().next();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            var spans = shop.at(Names.ZIPKIN).look("/api/v2/trace/" + trace).body();
            assertThat(eachOf(spans, "/localEndpoint/serviceName")).containsAll(WHO_SELLS);
            assertThat(eachOf(spans, "/name")).containsAll(WHAT_BEGINS_ANEW).contains("http post /api/orders");
        });
        var about = shop.at(Names.ZIPKIN)
                .look("/api/v2/traces?limit=100&annotationQuery=ecom.subject%3D" + order)
                .body();
        assertThat(about.valueStream().map(it -> it.at("/0/traceId").asString()))
                .as("every trace in which anything was done about the order")
                .containsExactly(trace);
    }

    private List<JsonNode> timelineOf(String order) {
        return shop.admin()
                .get("/api/admin/orders/" + order + "/timeline")
                .valueStream()
                .toList();
    }

    private static Set<String> eachOf(JsonNode spans, String what) {
        return spans.valueStream().map(it -> it.at(what).asString()).collect(Collectors.toSet());
    }
}
