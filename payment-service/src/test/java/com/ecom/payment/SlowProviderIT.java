package com.ecom.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SlowProviderIT extends ProviderTest {

    private static final int AT_ONCE = 16;
    /** Those that are asked, and those whose answers are just being kept. */
    private static final int MOST_CLAIMED = 2 * AT_ONCE;

    private static final int MANY = 4 * AT_ONCE;

    private final List<String> orders =
            Stream.generate(UUID::randomUUID).limit(MANY).map(UUID::toString).toList();

    @Test
    void whatCannotBeAskedYetIsLeftDueAndUsesUpNoAttempt() {
        PROVIDER.behave("{\"delayMillis\": 1000}");
        orders.forEach(this::authorizeFor);

        await().pollInterval(Duration.ofMillis(20)).until(() -> {
            assertThat(count("not c.done and c.next_attempt_at > now(3)"))
                    .as("claimed at the same time")
                    .isLessThanOrEqualTo(MOST_CLAIMED);
            return count("c.done") == MANY;
        });
        assertThat(count("c.attempts = 1")).isEqualTo(MANY);
        PROVIDER.behave("{}");
        assertThat(orders).allMatch(PROVIDER::knows);
    }

    private void authorizeFor(String id) {
        command(
                "payment.authorize.v1",
                Map.of(
                        "orderId",
                        id,
                        "customerId",
                        customer.id(),
                        "amount",
                        usd(AMOUNT),
                        "paymentMethod",
                        "pm_card_ok"));
    }

    /** Of the calls for this test's payments. */
    private long count(String condition) {
        return jdbc.sql("""
                select count(*) from provider_call c join payment_intent i on i.id = c.intent_id
                where i.order_id in (:orders) and (%s)
                """.formatted(condition))
                .param("orders", orders)
                .query(Long.class)
                .single();
    }
}
