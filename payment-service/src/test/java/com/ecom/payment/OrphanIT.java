package com.ecom.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** News about payments that nobody here knows yet, or ever will. */
class OrphanIT extends ProviderTest {

    @Test
    void newsThatCameBeforeItsPaymentTakesEffectWhenThePaymentComes() {
        open(AMOUNT);
        await().until(() -> listed("ORPHAN").size() == 1);
        PROVIDER.behave("{\"outage\": true}");
        authorize("pm_card_ok");

        heard("payment.authorized.v1");
        assertThat(listed("ORPHAN")).isEmpty();
        assertThat(listed("APPLIED")).hasSize(1);
    }

    @Test
    void newsOfWhoWasForgottenTakesEffectAndIsNotKeptWordForWord() {
        open(AMOUNT);
        await().until(() -> listed("ORPHAN").size() == 1);
        PROVIDER.behave("{\"outage\": true}");
        jdbc.sql("insert into erased_subject (subject) values (?)")
                .param(customer.id().toString())
                .update();
        authorize("pm_card_ok");

        heard("payment.authorized.v1");
        assertThat(jdbc.sql("select body from webhook_event where order_id = ?")
                        .param(order)
                        .query(String.class)
                        .single())
                .isEmpty();
    }

    @Test
    void newsAboutAnotherAmountDoesNotTakeEffectEither() {
        open(1);
        await().until(() -> listed("ORPHAN").size() == 1);
        PROVIDER.behave("{\"outage\": true}");
        authorize("pm_card_ok");

        await().until(() -> listed("MISMATCH").size() == 1);
        assertThat(silentAbout("payment.authorized.v1")).isTrue();
        assertThat(stateOf()).isEqualTo("AUTHORIZING");
    }

    @Test
    void theProviderIsAskedAboutWebhooksWhosePaymentDoesNotCome() {
        open(700);
        await().until(() -> listed("ORPHAN").size() == 1);
        jdbc.sql("update webhook_event set received_at = now(3) - interval 3 minute where order_id = ?")
                .param(order)
                .update();

        await().until(() -> listed("ORPHAN").path(0).has("providerSays"));
        assertThat(listed("ORPHAN").path(0).path("providerSays").asString()).isEqualTo("AUTHORIZED 700 USD");
        assertThat(stateOf()).isEmpty();
    }

    @Test
    void newsThatTheProviderDoesNotRememberIsNotedAsSuch() {
        jdbc.sql("""
                insert into webhook_event (provider, event_id, order_id, type, body, outcome, received_at)
                values ('simulator', ?, ?, 'payment.authorized', '{}', 'ORPHAN', now(3) - interval 3 minute)
                """).params("evt_" + order, order).update();

        await().until(() ->
                listed("ORPHAN").path(0).path("providerSays").asString("").equals("UNKNOWN"));
    }

    /** As if we had lost the payment's row. */
    private void open(long amount) {
        PROVIDER.operate("", """
                {"orderId": "%s", "amount": %d, "currency": "USD", "paymentMethod": "pm_card_ok"}
                """.formatted(order, amount));
    }

    private JsonNode listed(String outcome) {
        return get("/ops/webhooks?outcome=%s&orderId=%s".formatted(outcome, order))
                .path("items");
    }
}
