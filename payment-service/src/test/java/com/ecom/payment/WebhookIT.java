package com.ecom.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.test.TestIssuer;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import org.springframework.transaction.support.TransactionTemplate;

/** A webhook is acknowledged once it is stored, and applied after that, whatever happens in between. */
class WebhookIT extends WebhookTest {

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void theBankIsAsked() {
        authorize("pm_card_authenticate");
        heard("payment.action-required.v1");
    }

    @Test
    void isAcknowledgedWhileItsPaymentCannotBeTouched() {
        var webhook = webhook("payment.authorized");
        transaction.executeWithoutResult(_ -> {
            jdbc.sql("select id from payment_intent where order_id = ? for update")
                    .param(order)
                    .query(String.class)
                    .single();
            assertThat(sent(webhook)).isEqualTo("RECEIVED");
            assertThat(sent(webhook)).isEqualTo("ALREADY_PROCESSED");
            assertThat(outcomeIn(webhook)).isEqualTo("RECEIVED");
        });

        heard("payment.authorized.v1");
        assertThat(cameOf(webhook)).isEqualTo("APPLIED");
        assertThat(broker.published("payment.events", order, "payment.authorized.v1"))
                .hasSize(1);
    }

    @Test
    void isAppliedAfterACrashThatCameBetween() {
        stored(webhook("payment.authorized"), 0);

        heard("payment.authorized.v1");
    }

    @Test
    void waitsForWhatCameBeforeItAboutTheSamePayment() {
        var first = webhook("payment.authorized");
        stored(first, 1);
        var second = webhook("payment.declined");
        assertThat(sent(second)).isEqualTo("RECEIVED");

        assertThat(cameOf(second)).isEqualTo("APPLIED");
        assertThat(outcomeIn(first)).isEqualTo("APPLIED");
        heard("payment.authorized.v1");
        assertThat(broker.published("payment.events", order, "payment.failed.v1"))
                .isEmpty();
    }

    @Test
    void isLeftToPeopleWhenItCannotBeAppliedAndHoldsUpNoOtherPayment() {
        var broken = """
                {"eventId":"evt_%s"}""".formatted(UUID.randomUUID());
        jdbc.sql("""
                insert into webhook_event (provider, event_id, order_id, type, body, outcome, attempts)
                values ('simulator', ?, ?, 'payment.authorized', '{}', 'RECEIVED', 59)
                """).params(idIn(broken), UUID.randomUUID().toString()).update();
        sent(webhook("payment.authorized"));

        heard("payment.authorized.v1");
        assertThat(cameOf(broken)).isEqualTo("FAILED");
        var failed = body(shop.as(TestIssuer.bearer(Role.OPERATOR))
                .get()
                .uri("/ops/webhooks?outcome=FAILED&size=100")
                .exchange()
                .expectStatus()
                .isOk());
        assertThat(failed.path("items").valueStream())
                .anyMatch(it -> it.path("eventId").asString().equals(idIn(broken))
                        && it.path("attempts").asInt() == 60
                        && it.path("lastError").asString().contains("NotUnderstood"));
    }

    @Test
    void isTriedAgainBeforeItIsLeftToPeople() {
        var broken = """
                {"eventId":"evt_%s"}""".formatted(UUID.randomUUID());
        jdbc.sql("""
                insert into webhook_event (provider, event_id, order_id, type, body, outcome)
                values ('simulator', ?, ?, 'payment.authorized', '{}', 'RECEIVED')
                """).params(idIn(broken), order).update();
        await().until(() -> attemptsAt(broken) >= 2);
        jdbc.sql("update webhook_event set body = ? where event_id = ?")
                .params(webhook("payment.authorized"), idIn(broken))
                .update();

        heard("payment.authorized.v1");
        assertThat(cameOf(broken)).isEqualTo("APPLIED");
    }

    @Test
    void isRefusedWhereNobodyCanUnderstandIt() {
        post(webhook("payment.of.another.kind")).expectStatus().isBadRequest();
        post("{}").expectStatus().isBadRequest();
    }

    /** As a process leaves it that dies before it has applied it. */
    private void stored(String webhook, int dueInSeconds) {
        jdbc.sql("""
                insert into webhook_event (provider, event_id, order_id, type, body, outcome, next_attempt_at)
                values ('simulator', ?, ?, 'payment.authorized', ?, 'RECEIVED', now(3) + interval ? second)
                """).params(idIn(webhook), order, webhook, dueInSeconds).update();
    }

    private int attemptsAt(String webhook) {
        return jdbc.sql("select attempts from webhook_event where event_id = ?")
                .param(idIn(webhook))
                .query(Integer.class)
                .single();
    }

    private String outcomeIn(String webhook) {
        return jdbc.sql("select outcome from webhook_event where event_id = ?")
                .param(idIn(webhook))
                .query(String.class)
                .single();
    }

    private String webhook(String type) {
        return webhookOf(type, AMOUNT);
    }

    private String sent(String webhook) {
        return outcomeOf(post(webhook));
    }

    private ResponseSpec post(String webhook) {
        return webhook(webhook, Duration.ZERO, secret);
    }
}
