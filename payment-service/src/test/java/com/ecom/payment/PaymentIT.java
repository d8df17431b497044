package com.ecom.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.test.TestIssuer;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

/** Payments with the real provider simulator; the order is played by the test. */
class PaymentIT extends PaymentTest {

    @Value("${ecom.payment.provider.url}")
    String providerUrl;

    @Value("${ecom.payment.provider.api-key}")
    String apiKey;

    @Test
    void takesTheMoneyOnceAfterItWasPutAside() {
        authorize("pm_card_ok");
        heard("payment.authorized.v1");
        command("payment.capture.v1", Map.of("orderId", order, "amount", usd(AMOUNT)));
        command("payment.capture.v1", Map.of("orderId", order, "amount", usd(AMOUNT)));
        heard("payment.captured.v1");

        await().untilAsserted(() -> assertThat(broker.published("payment.events", order, "payment.captured.v1"))
                .isNotEmpty());
        assertThat(atTheProvider().path("status").asString()).isEqualTo("captured");
        assertThat(atTheProvider().path("captures").asInt()).isEqualTo(1);
        assertThat(atTheProvider().path("authorizations").asInt()).isEqualTo(1);
    }

    @Test
    void saysWhyThePaymentFailed() {
        authorize("pm_card_declined");

        assertThat(heard("payment.failed.v1").path("reason").asString()).isEqualTo("card_declined");
    }

    @Test
    void onlyStaffSeesThatACardIsCalledStolen() {
        authorize("pm_card_declined");
        heard("payment.failed.v1");
        jdbc.sql("update payment_intent set reason = 'stolen_card' where order_id = ?")
                .param(order)
                .update();

        var shown = shop.as(customer).get().uri("/api/payments/orders/" + order).exchange();
        assertThat(body(shown).path("reason").asString()).isEqualTo("card_declined");
        var known = shop.as(TestIssuer.bearer(Role.SUPPORT))
                .get()
                .uri("/api/admin/payments/orders/" + order)
                .exchange();
        assertThat(body(known).path("reason").asString()).isEqualTo("stolen_card");
    }

    @Test
    void letsTheMoneyGoWhenTheOrderIsGivenUp() {
        authorize("pm_card_ok");
        heard("payment.authorized.v1");
        command("payment.void.v1", Map.of("orderId", order));
        heard("payment.voided.v1");

        assertThat(atTheProvider().path("status").asString()).isEqualTo("voided");
    }

    @Test
    void givesBackWhatWasTaken() {
        authorize("pm_card_ok");
        heard("payment.authorized.v1");
        command("payment.capture.v1", Map.of("orderId", order, "amount", usd(AMOUNT)));
        heard("payment.captured.v1");
        command("payment.void.v1", Map.of("orderId", order));
        heard("payment.voided.v1");

        assertThat(atTheProvider().path("status").asString()).isEqualTo("refunded");
        assertThat(atTheProvider().path("refunds").asInt()).isEqualTo(1);
    }

    @Test
    void neverAsksForMoneyOnceTheOrderWasGivenUp() {
        command("payment.void.v1", Map.of("orderId", order));
        heard("payment.voided.v1");
        authorize("pm_card_ok");
        await().until(() ->
                broker.published("payment.events", order, "payment.voided.v1").size() == 2);

        assertThat(knownToTheProvider()).isFalse();
    }

    @Test
    void asksTheProviderWhenAWebhookGotLost() {
        authorize("pm_card_authenticate");
        var url = heard("payment.action-required.v1").path("redirectUrl").asString();
        RestClient.create()
                .post()
                .uri(url)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body("answer=decline")
                .retrieve()
                .toBodilessEntity();
        jdbc.sql("update payment_intent set updated_at = now(3) - interval 3 minute where order_id = ?")
                .param(order)
                .update();

        await().untilAsserted(() -> assertThat(broker.published("payment.events", order, "payment.failed.v1"))
                .hasSize(1));
    }

    @Test
    void somebodyElsesPaymentLooksLikeAMissingOne() {
        authorize("pm_card_ok");
        heard("payment.authorized.v1");
        var path = "/api/payments/orders/" + order;
        shop.as(customer).get().uri(path).exchange().expectStatus().isOk();
        shop.as(TestIssuer.customer()).get().uri(path).exchange().expectStatus().isNotFound();
        shop.as(TestIssuer.bearer(Role.SUPPORT))
                .get()
                .uri("/api/admin/payments/orders/" + order)
                .exchange()
                .expectStatus()
                .isOk();
    }

    private boolean knownToTheProvider() {
        return Objects.requireNonNull(RestClient.create(providerUrl)
                .get()
                .uri("/v1/payments/" + order)
                .header("Authorization", "Bearer " + apiKey)
                .exchange((_, answer) -> answer.getStatusCode().is2xxSuccessful()));
    }
}
