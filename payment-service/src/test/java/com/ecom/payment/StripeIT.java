package com.ecom.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.test.TestIssuer;
import com.stripe.net.Webhook;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** The whole service with Stripe as its provider: its own library against a stub of its interface, webhooks as it signs them. */
class StripeIT extends PaymentTest {

    private static final String SECRET = "whsec_of_this_test_alone";
    private static final String PREVIOUS = "whsec_that_was_before_it";
    private static final StripeStub STRIPE = StripeStub.start();

    @DynamicPropertySource
    static void stripe(DynamicPropertyRegistry properties) {
        properties.add("ecom.payment.provider.kind", () -> "stripe");
        // Keeps the tests' usual provider away.
        properties.add("ecom.payment.provider.url", () -> "http://127.0.0.1:1");
        properties.add("ecom.payment.provider.webhook-secret", () -> SECRET);
        properties.add("ecom.payment.provider.previous-webhook-secret", () -> PREVIOUS);
        properties.add("ecom.payment.stripe.api-key", () -> StripeStub.KEY);
        properties.add("ecom.payment.stripe.api-base", () -> STRIPE.address().toString());
        properties.add("ecom.payment.stripe.return-url", () -> "https://shop.example/paid");
        properties.add("ecom.payment.stripe.timeout", () -> "700ms");
    }

    @AfterAll
    static void close() {
        STRIPE.close();
    }

    @Test
    void takesMoneyAndGivesSomeOfItBack() {
        captured();
        var refund = UUID.randomUUID().toString();
        command("payment.refund.v1", Map.of("orderId", order, "refundId", refund, "amount", usd(1_000)));

        assertThat(heard("payment.refunded.v1").path("refunded").path("amount").asLong())
                .isEqualTo(1_000);
        assertThat(STRIPE.intent(reference()).get("status")).isEqualTo("succeeded");
    }

    @Test
    void anAnswerThatGotLostIsGotAgain() {
        STRIPE.meet(StripeStub.Trouble.HANG_AFTER, 1);
        var before = STRIPE.intents();
        authorize("pm_card_visa");

        heard("payment.authorized.v1");
        assertThat(STRIPE.intents()).isEqualTo(before + 1);
    }

    @Test
    void aCallThatIsMadeAgainAfterStripeForgotItsKeyIsNotMadeTwice() {
        captured();
        var refund = UUID.randomUUID().toString();
        command("payment.refund.v1", Map.of("orderId", order, "refundId", refund, "amount", usd(900)));
        heard("payment.refunded.v1");
        var intents = STRIPE.intents();
        var refunds = STRIPE.refunds();
        STRIPE.forgetKeys();
        jdbc.sql("update payment_intent set provider_reference = null where order_id = ?")
                .param(order)
                .update();
        jdbc.sql("""
                update provider_call c join payment_intent i on i.id = c.intent_id
                set c.done = false, c.created_at = now(3) - interval 13 hour, c.next_attempt_at = now(3)
                where i.order_id = ? and c.operation in ('AUTHORIZE', 'REFUND')
                """).param(order).update();

        await().until(() -> jdbc.sql("""
                select count(*) from provider_call c join payment_intent i on i.id = c.intent_id
                where i.order_id = ? and not c.done
                """).param(order).query(Long.class).single() == 0);
        assertThat(STRIPE.intents()).isEqualTo(intents);
        assertThat(STRIPE.refunds()).isEqualTo(refunds);
    }

    @Test
    void saysWhyTheBankDeclined() {
        authorize("pm_card_chargeDeclined");

        assertThat(heard("payment.failed.v1").path("reason").asString()).isEqualTo("insufficient_funds");
    }

    @Test
    void goesOnWhenStripeSaysThatTheCustomerApproved() {
        authorize("pm_card_threeDSecureRequired");
        assertThat(heard("payment.action-required.v1").path("redirectUrl").asString())
                .isEqualTo("https://hooks.example/3ds");
        STRIPE.become(reference(), "requires_capture");
        var event = intentEvent("payment_intent.amount_capturable_updated", AMOUNT, "usd");

        assertThat(outcomeOf(post(event, signature(event, SECRET, 0)))).isEqualTo("RECEIVED");
        assertThat(outcomeOf(post(event, signature(event, SECRET, 0)))).isEqualTo("ALREADY_PROCESSED");
        heard("payment.authorized.v1");
    }

    @Test
    void believesTwoSecretsWhileOneReplacesTheOther() {
        authorize("pm_card_threeDSecureRequired");
        heard("payment.action-required.v1");
        var event = intentEvent("payment_intent.payment_failed", AMOUNT, "usd");

        assertThat(outcomeOf(post(event, signature(event, PREVIOUS, 0)))).isEqualTo("RECEIVED");
        assertThat(heard("payment.failed.v1").path("reason").asString()).isEqualTo("authentication_required");
    }

    @Test
    void believesNothingThatIsForgedOldOrFromTheFuture() {
        authorize("pm_card_threeDSecureRequired");
        heard("payment.action-required.v1");
        var event = intentEvent("payment_intent.amount_capturable_updated", AMOUNT, "usd");
        for (var signature : new String[] {
            signature(event, "whsec_of_somebody_else", 0),
            signature(event, SECRET, -301),
            signature(event, SECRET, 65),
            signature(event + " ", SECRET, 0),
            "t=1,v1=00",
            ""
        }) {
            post(event, signature).expectStatus().isBadRequest();
        }
        assertThat(broker.published("payment.events", order, "payment.authorized.v1"))
                .isEmpty();
    }

    @Test
    void keepsButDoesNotApplyOtherAmountsCurrenciesAndOrders() {
        authorize("pm_card_threeDSecureRequired");
        heard("payment.action-required.v1");
        var type = "payment_intent.amount_capturable_updated";

        assertThat(taken(intentEvent(type, 1, "usd"))).isEqualTo("MISMATCH");
        assertThat(taken(intentEvent(type, AMOUNT, "eur"))).isEqualTo("MISMATCH");
        assertThat(taken(intentEvent(type, AMOUNT, "usd")
                        .replace(order, UUID.randomUUID().toString())))
                .isEqualTo("ORPHAN");
    }

    @Test
    void takesNoInterestInWhatIsNotAboutOurPayments() {
        for (var event : new String[] {
            intentEvent("customer.created", AMOUNT, "usd"),
            intentEvent("payment_intent.succeeded", AMOUNT, "usd").replace(order, "of another shop"),
            "{\"id\": \"evt_1\", \"type\": \"payout.paid\"}"
        }) {
            assertThat(outcomeOf(signed(event))).isEqualTo("IGNORED");
        }
        signed("not json").expectStatus().isBadRequest();
    }

    @Test
    void hearsOfRefundsByWebhookToo() {
        captured();
        var refund = UUID.randomUUID().toString();
        STRIPE.meet(StripeStub.Trouble.HANG_BEFORE, 50);
        command("payment.refund.v1", Map.of("orderId", order, "refundId", refund, "amount", usd(700)));
        await().until(() -> jdbc.sql("select count(*) from refund where id = ?")
                        .param(refund)
                        .query(Long.class)
                        .single()
                == 1);
        var event = refundEvent("refund.updated", refund, 700, "succeeded");

        assertThat(taken(event.replace("700", "701"))).isEqualTo("MISMATCH");
        assertThat(taken(event.replace("evt_", "evt_b"))).isEqualTo("APPLIED");
        heard("payment.refunded.v1");
        STRIPE.meet(StripeStub.Trouble.HANG_BEFORE, 0);
    }

    @Test
    void believesThatARefundFailedAfterItWasDoneAndNothingOlderAfterwards() {
        captured();
        var refund = UUID.randomUUID().toString();
        command("payment.refund.v1", Map.of("orderId", order, "refundId", refund, "amount", usd(AMOUNT)));
        heard("payment.refunded.v1");
        STRIPE.failRefund(refund, "lost_or_stolen_card");
        var done = refundEvent("refund.updated", refund, AMOUNT, "succeeded");
        var failed = refundEvent("refund.failed", refund, AMOUNT, "failed");

        assertThat(taken(failed)).isEqualTo("APPLIED");
        assertThat(outcomeOf(signed(failed))).isEqualTo("ALREADY_PROCESSED");
        assertThat(taken(refundEvent("charge.refund.updated", refund, AMOUNT, "failed")))
                .isEqualTo("APPLIED");
        assertThat(taken(done)).isEqualTo("APPLIED");
        assertThat(heard("payment.refund.failed.v1").path("reason").asString()).isEqualTo("lost_or_stolen_card");

        var another = UUID.randomUUID().toString();
        command("payment.refund.v1", Map.of("orderId", order, "refundId", another, "amount", usd(AMOUNT)));
        var given = await().until(
                        () -> broker.published("payment.events", order, "payment.refunded.v1"), it -> it.size() == 2);
        assertThat(given.getLast().path("refundId").asString()).isEqualTo(another);
        assertThat(given.getLast().path("refunded").path("amount").asLong()).isEqualTo(AMOUNT);
        assertThat(broker.published("payment.events", order, "payment.refund.failed.v1"))
                .hasSize(1);
    }

    /** Stripe's own books do not say which refunds an amount is made of. */
    @Test
    void findsInTheBooksThatARefundFailedAfterItWasDone() {
        captured();
        var refund = UUID.randomUUID().toString();
        command("payment.refund.v1", Map.of("orderId", order, "refundId", refund, "amount", usd(700)));
        heard("payment.refunded.v1");
        STRIPE.failRefund(refund, "lost_or_stolen_card");

        assertThat(compared(false).path("differences").toString()).contains(order, "REFUNDS");
        heard("payment.refund.failed.v1");
        assertThat(compared(true).path("differences").toString()).doesNotContain(order);
    }

    @Test
    void aMeansOfPaymentThatStripeDoesNotKnowEndsThePayment() {
        authorize("pm_of_nobody");

        assertThat(heard("payment.failed.v1").path("reason").asString()).isEqualTo("resource_missing");
        assertThat(jdbc.sql("""
                select count(*) from provider_dead_letter l join payment_intent i on i.id = l.intent_id
                where i.order_id = ?
                """).param(order).query(Long.class).single()).isZero();
    }

    @Test
    void theSimulatorsWebhooksAreNobodysNow() {
        shop.anonymously()
                .post()
                .uri("/api/payments/webhooks/simulator")
                .header("Provider-Signature", "t=1,v1=00")
                .contentType(MediaType.APPLICATION_JSON)
                .body("{}")
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void bothBooksAreCompared() {
        captured();
        var found = compared(true);

        assertThat(found.path("compared").asInt()).isPositive();
        assertThat(found.path("differences").toString()).doesNotContain(order);
    }

    private void captured() {
        captured("pm_card_visa");
    }

    /** Both books, with this test's payment as if it had not changed lately. */
    private JsonNode compared(boolean dryRun) {
        jdbc.sql("update payment_intent set updated_at = now(3) - interval 3 minute where order_id = ?")
                .param(order)
                .update();
        var wish = "{\"from\": \"%s\", \"until\": \"%s\", \"reason\": \"a test\", \"dryRun\": %s}"
                .formatted(Instant.now().minusSeconds(60), Instant.now().plusSeconds(1), dryRun);
        return body(shop.as(TestIssuer.bearer(Role.OPERATOR))
                .post()
                .uri("/ops/reconciliation")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .body(wish)
                .exchange()
                .expectStatus()
                .isOk());
    }

    private String refundEvent(String type, String refund, long amount, String status) {
        return """
                {"id": "evt_%s", "type": "%s", "data": {"object": {"id": "re_9", "object": "refund",
                "amount": %d, "currency": "usd", "payment_intent": "%s", "status": "%s", "failure_reason": %s,
                "metadata": {"order_id": "%s", "refund_id": "%s"}}}}
                """.formatted(
                        UUID.randomUUID(),
                        type,
                        amount,
                        reference(),
                        status,
                        status.equals("failed") ? "\"lost_or_stolen_card\"" : "null",
                        order,
                        refund);
    }

    private String reference() {
        return jdbc.sql("select provider_reference from payment_intent where order_id = ?")
                .param(order)
                .query(String.class)
                .single();
    }

    private String intentEvent(String type, long amount, String currency) {
        return """
                {"id": "evt_%s", "object": "event", "api_version": "2019-01-01", "type": "%s", "data": {"object":
                {"id": "%s", "object": "payment_intent", "amount": %d, "currency": "%s",
                "last_payment_error": {"code": "authentication_required"}, "metadata": {"order_id": "%s"}}}}
                """.formatted(UUID.randomUUID(), type, "pi_of_" + order.substring(0, 8), amount, currency, order);
    }

    /** What comes of it when Stripe says so for the first time. */
    private String taken(String event) {
        assertThat(outcomeOf(signed(event))).isEqualTo("RECEIVED");
        return cameOf(event);
    }

    private ResponseSpec signed(String event) {
        return post(event, signature(event, SECRET, 0));
    }

    private ResponseSpec post(String event, String signature) {
        return shop.anonymously()
                .post()
                .uri("/api/payments/webhooks/stripe")
                .header("Stripe-Signature", signature)
                .contentType(MediaType.APPLICATION_JSON)
                .body(event)
                .exchange();
    }

    private static String signature(String event, String secret, long shiftSeconds) {
        try {
            return Webhook.Signature.generateSignatureHeader(
                    event, secret, Instant.now().getEpochSecond() + shiftSeconds);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String outcomeOf(ResponseSpec answer) {
        return body(answer.expectStatus().isOk()).path("status").asString();
    }
}
