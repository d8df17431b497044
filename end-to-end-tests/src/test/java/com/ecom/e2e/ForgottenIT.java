package com.ecom.e2e;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.shop.Gateway;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Of whoever was forgotten nothing is left that could be read, whatever comes late, twice or broken. */
@ExtendWith(OneShop.class)
class ForgottenIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration LONGEST = Duration.ofDays(14);

    private final RunningShop shop;
    private final Gateway admin;

    ForgottenIT(RunningShop shop) {
        this.shop = shop;
        this.admin = shop.admin();
    }

    @Test
    void nothingReadableIsLeftOfWhoWasForgottenWhileTheirOrdersWereOnTheirWay() throws Exception {
        try (var customer = new MarkedCustomer(shop, 7);
                var messages = new Messages(shop)) {
            var search = new EveryStore(shop, customer.words());
            customer.live();
            assertThat(search.places())
                    .as("what is searched for is there to be found")
                    .hasSizeGreaterThan(15);

            var approved = customer.order("pm_card_authenticate");
            var declined = customer.order("pm_card_authenticate");
            var pages = List.of(customer.bankPageOf(approved), customer.bankPageOf(declined));
            breakSomethingAbout(customer, approved, messages);
            shop.provider().behave("{\"delayMillis\": 3000}");
            var slow = customer.order("pm_card_ok");
            var request = customer.askToBeForgotten();
            await().atMost(SOON).until(() -> missing(request).equals(Set.of("order-service")));
            shop.provider().behave("{}");
            customer.answer(pages.getFirst(), "approve");
            customer.answer(pages.getLast(), "decline");
            await().atMost(SOON).until(() -> stateOf(declined).equals("CANCELLED"));
            for (var sold : List.of(approved, slow)) {
                await().atMost(SOON).until(() -> stateOf(sold).equals("CONFIRMED"));
                customer.deliver(sold);
            }
            tryAgainNow();
            await().atMost(SOON).until(() -> missing(request).isEmpty());

            var left = available(customer);
            messages.sendTwice(messages.with(List.of(customer.id(), approved, declined, slow)));
            breakSomethingAbout(customer, approved, messages);
            await().atMost(SOON).until(() -> messages.groupsThatLag().isEmpty());

            assertThat(search.places()).isEmpty();
            assertThat(available(customer)).isEqualTo(left);
            assertThat(stateOf(approved)).isEqualTo("DELIVERED");
            assertThat(stateOf(declined)).isEqualTo("CANCELLED");
            whatWasToldIsGoneWhenItsTimeIsOver(customer, messages, search);
        }
    }

    /** ADR 16: topics and outboxes forget by time, which is shortened here. */
    private void whatWasToldIsGoneWhenItsTimeIsOver(MarkedCustomer customer, Messages messages, EveryStore search)
            throws ExecutionException, InterruptedException {
        var topics = messages.with(customer.words()).stream()
                .map(ConsumerRecord::topic)
                .collect(toSet());
        var retention = messages.retentionOf(topics);
        assertThat(retention).containsOnlyKeys(topics);
        assertThat(retention.values()).allSatisfy(it -> assertThat(it).isLessThanOrEqualTo(LONGEST));
        try {
            messages.keepFor(topics.stream().collect(toMap(it -> it, _ -> Duration.ofMillis(1))));
            await().atMost(SOON).until(() -> messages.with(customer.words()).isEmpty());
        } finally {
            messages.keepFor(retention);
        }
        for (var outbox : search.outboxes()) {
            shop.database(outbox.substring(0, outbox.indexOf('.')))
                    .sql("update outbox_event set sent_at = sent_at - interval 3 day where status = 1")
                    .update();
        }
        await().atMost(SOON).untilAsserted(() -> assertThat(search.outboxes()).isEmpty());
    }

    /** Messages that nobody can handle, and that go to the dead letters of everybody who hears of them. */
    private static void breakSomethingAbout(MarkedCustomer customer, String order, Messages messages)
            throws ExecutionException, InterruptedException {
        var word = customer.words().getFirst();
        messages.send(
                "order.events",
                order,
                "order.delivered.v1",
                "{\"orderId\": \"%s\", \"customerId\": \"%s\", \"email\": \"%s@example.com\", \"lines\": \"%s\"}"
                        .formatted(order, customer.id(), word, word));
        messages.send(
                "user.events",
                customer.id(),
                "user.profile-updated.v1",
                "{\"userId\": \"%s\", \"version\": \"%s\", \"firstName\": \"%s".formatted(customer.id(), word, word));
        messages.send(
                "payment.commands",
                order,
                "payment.authorize.v1",
                "{\"orderId\": \"%s\", \"customerId\": \"%s\", \"amount\": \"%s\"}"
                        .formatted(order, customer.id(), word));
    }

    private void tryAgainNow() {
        shop.database("ecom_order")
                .sql("update postponed_erasure set next_attempt_at = now(3)")
                .update();
    }

    private Set<String> missing(String request) {
        return StreamSupport.stream(
                        admin.get("/api/admin/privacy-requests/" + request)
                                .path("missing")
                                .spliterator(),
                        false)
                .map(it -> it.asString())
                .collect(toSet());
    }

    private String stateOf(String order) {
        return admin.get("/api/admin/orders/" + order).path("state").asString();
    }

    private long available(MarkedCustomer customer) {
        return admin.get("/api/admin/inventory/" + customer.sku())
                .path("available")
                .asLong();
    }
}
