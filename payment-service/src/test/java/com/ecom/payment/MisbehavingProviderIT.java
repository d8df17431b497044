package com.ecom.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whatever the provider does, the money moves once and the order hears the truth. */
class MisbehavingProviderIT extends ProviderTest {

    @Test
    void anEffectThatIsNotAnsweredHappensOnce() {
        PROVIDER.behave("{\"timeoutAfterEffect\": 1, \"loseWebhooks\": 1}");
        authorize("pm_card_ok");
        await().until(() -> PROVIDER.knows(order));
        PROVIDER.behave("{\"loseWebhooks\": 1}");

        heard("payment.authorized.v1");
        assertThat(PROVIDER.payment(order).path("authorizations").asInt()).isEqualTo(1);
    }

    @Test
    void webhooksThatComeTwiceAndOutOfOrderChangeNothing() {
        PROVIDER.behave("{\"duplicateWebhooks\": 1, \"reorderWebhooks\": 1, \"webhookDelayMillis\": 100}");
        captured();
        refund(UUID.randomUUID(), 1_000);
        heard("payment.refunded.v1");
        await().until(() -> webhooks() >= 3);

        assertThat(stateOf()).isEqualTo("CAPTURED");
        assertThat(broker.published("payment.events", order)).hasSize(3);
    }

    @Test
    void aRefundThatFailsAfterItWasDoneIsTakenBackAndMayBeGivenAgain() {
        captured("pm_card_refund_fails_later");
        refund(UUID.randomUUID(), AMOUNT);
        heard("payment.refunded.v1");

        var failed = heard("payment.refund.failed.v1");
        assertThat(failed.path("reason").asString()).isEqualTo("lost_or_stolen_card");
        assertThat(failed.path("amount").path("amount").asLong()).isEqualTo(AMOUNT);
        refund(UUID.randomUUID(), AMOUNT);
        await().until(() ->
                broker.published("payment.events", order, "payment.refunded.v1").size() == 2);
    }

    @Test
    void aSlowProviderIsWaitedFor() {
        PROVIDER.behave("{\"delayMillis\": 1000}");
        captured();

        assertThat(PROVIDER.payment(order).path("captures").asInt()).isEqualTo(1);
    }

    @Test
    void anOutageThatEndsByItselfIsSatOut() {
        PROVIDER.behave("{\"outage\": true, \"outageMillis\": 700}");
        authorize("pm_card_ok");

        heard("payment.authorized.v1");
    }

    @Test
    void anOrderThatIsGivenUpWhileTheProviderIsAwayEndsWithoutMoney() {
        PROVIDER.behave("{\"outage\": true}");
        authorize("pm_card_ok");
        giveUp();
        await().until(() -> stateOf().equals("CANCEL_PENDING"));
        longAgo();
        PROVIDER.behave("{}");

        heard("payment.voided.v1");
        assertThat(silentAbout("payment.authorized.v1")).isTrue();
        assertThat(
                        PROVIDER.knows(order)
                                ? PROVIDER.payment(order).path("status").asString()
                                : "voided")
                .isEqualTo("voided");
    }

    @Test
    void aRandomDeclineIsOne() {
        PROVIDER.behave("{\"decline\": 1}");
        authorize("pm_card_ok");

        assertThat(heard("payment.failed.v1").path("reason").asString()).isEqualTo("card_declined");
    }

    /** The news alone moves the order along: the answers to our calls never come. */
    @Test
    void newsIsAsGoodAsAnAnswer() {
        PROVIDER.behave("{\"timeoutAfterEffect\": 1}");
        authorize("pm_card_ok");

        heard("payment.authorized.v1");
    }

    private void refund(UUID refund, long amount) {
        command("payment.refund.v1", Map.of("orderId", order, "refundId", refund.toString(), "amount", usd(amount)));
    }

    private long webhooks() {
        return jdbc.sql("select count(*) from webhook_event where order_id = ?")
                .param(order)
                .query(Long.class)
                .single();
    }
}
