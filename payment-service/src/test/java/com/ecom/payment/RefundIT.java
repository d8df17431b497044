package com.ecom.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Money that goes back in parts, at the real provider simulator; the order is played by the test. */
class RefundIT extends PaymentTest {

    @Test
    void givesBackInPartsEachOnceHoweverOftenItIsAsked() {
        captured("pm_card_ok");
        var first = UUID.randomUUID().toString();
        refund(first, 1_000);
        refund(first, 1_000);
        refund(UUID.randomUUID().toString(), 500);

        var news = await().until(
                        () -> broker.published("payment.events", order, "payment.refunded.v1"),
                        it -> it.stream()
                                .anyMatch(one ->
                                        one.path("refunded").path("amount").asLong() == 1_500));
        assertThat(news).isNotEmpty();
        assertThat(atTheProvider().path("returned").asLong()).isEqualTo(1_500);
        assertThat(atTheProvider().path("refunds").asInt()).isEqualTo(2);
        assertThat(atTheProvider().path("status").asString()).isEqualTo("captured");
    }

    @Test
    void neverGivesBackMoreThanWasTakenHoweverManyAskAtOnce() {
        captured("pm_card_ok");
        var wishes = new ArrayList<String>();
        for (int i = 0; i < 20; i++) {
            wishes.add(UUID.randomUUID().toString());
        }
        wishes.parallelStream().forEach(it -> refund(it, 400));

        await().until(() -> answersTo(wishes) == 20);
        assertThat(broker.published("payment.events", order, "payment.refunded.v1"))
                .hasSize(7);
        assertThat(broker.published("payment.events", order, "payment.refund.failed.v1"))
                .hasSize(13)
                .allSatisfy(it -> assertThat(it.path("reason").asString()).isEqualTo("more_than_is_left"));
        assertThat(atTheProvider().path("returned").asLong()).isEqualTo(2_800);
    }

    @Test
    void saysWhyTheProviderGivesNothingBack() {
        captured("pm_card_refund_fails");
        refund(UUID.randomUUID().toString(), 400);

        assertThat(heard("payment.refund.failed.v1").path("reason").asString()).isEqualTo("card_closed");
        assertThat(atTheProvider().path("returned").asLong()).isZero();
    }

    @Test
    void whatIsNotTakenIsNotGivenBack() {
        refund(UUID.randomUUID().toString(), 400);

        assertThat(heard("payment.refund.failed.v1").path("reason").asString()).isEqualTo("not_captured");
    }

    @Test
    void learnsByAskingWhatBecameOfARefundWhoseAnswerGotLost() {
        captured("pm_card_ok");
        var refund = UUID.randomUUID().toString();
        refund(refund, 400);
        heard("payment.refunded.v1");
        jdbc.sql("""
                update refund r join payment_intent i on i.id = r.intent_id
                set r.state = 'REQUESTED', r.updated_at = now(3) - interval 3 minute where i.order_id = ?
                """).param(order).update();

        await().until(() -> jdbc.sql("select state from refund where id = ?")
                .param(refund)
                .query(String.class)
                .single()
                .equals("DONE"));
        assertThat(atTheProvider().path("refunds").asInt()).isEqualTo(1);
    }

    private void refund(String refund, long amount) {
        command("payment.refund.v1", Map.of("orderId", order, "refundId", refund, "amount", usd(amount)));
    }

    private long answersTo(List<String> wishes) {
        return broker.published("payment.events", order).stream()
                .filter(it -> wishes.stream().anyMatch(it.data()::contains))
                .count();
    }
}
