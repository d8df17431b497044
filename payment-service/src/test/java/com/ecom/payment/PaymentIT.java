package com.ecom.payment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.test.TestIssuer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

/** Payments with the real provider simulator; the order is played by the test. */
class PaymentIT extends PaymentTest {

    @Value("${ecom.payment.provider.url}")
    String providerUrl;

    @Value("${ecom.payment.provider.api-key}")
    String apiKey;

    @Value("${ecom.payment.provider.webhook-secret}")
    String secret;

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
    void aWebhookThatIsLongerThanWhatIsKeptIsRefusedAndNotCut() {
        var tooLong = news("payment.captured", AMOUNT) + " ".repeat(65_536);

        assertThat(body(webhook(tooLong, Duration.ZERO, secret).expectStatus().isEqualTo(413))
                        .path("code")
                        .asString())
                .isEqualTo("CONTENT_TOO_LARGE");
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
    void goesOnWhenTheCustomerApprovesWithTheirBank() {
        authorize("pm_card_authenticate");
        var url = heard("payment.action-required.v1").path("redirectUrl").asString();
        RestClient.create()
                .post()
                .uri(url)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body("answer=approve")
                .retrieve()
                .toBodilessEntity();
        webhook(news("payment.authorized", AMOUNT), Duration.ZERO, secret)
                .expectStatus()
                .isOk();

        heard("payment.authorized.v1");
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
    void takesEachWebhookOnce() {
        authorize("pm_card_authenticate");
        heard("payment.action-required.v1");
        var body = news("payment.authorized", AMOUNT);
        assertThat(taken(body)).isEqualTo("APPLIED");
        assertThat(outcomeOf(webhook(body, Duration.ZERO, secret))).isEqualTo("ALREADY_PROCESSED");
    }

    @Test
    void believesNoWebhookThatIsForgedOldOrFromTheFuture() {
        authorize("pm_card_authenticate");
        heard("payment.action-required.v1");
        var body = news("payment.authorized", AMOUNT);
        for (var answer : List.of(
                webhook(body, Duration.ZERO, "another secret altogether"),
                webhook(body, Duration.ofMinutes(-6), secret),
                webhook(body, Duration.ofMinutes(2), secret),
                post(body, ""),
                post(body, "t=1,v1=zz"),
                post(body.replace("2998", "1"), signature(body, Instant.now(), secret)))) {
            assertThat(body(answer.expectStatus().isBadRequest()).path("code").asString())
                    .isEqualTo("WEBHOOK_NOT_GENUINE");
        }
        assertThat(stateOf()).isEqualTo("ACTION_REQUIRED");
    }

    @Test
    void keepsButDoesNotApplyWebhooksAboutAnotherAmountOrPayment() {
        authorize("pm_card_authenticate");
        heard("payment.action-required.v1");
        assertThat(taken(news("payment.authorized", 1))).isEqualTo("MISMATCH");
        assertThat(taken(news("payment.authorized", AMOUNT).replace("USD", "EUR")))
                .isEqualTo("MISMATCH");
        var orphan = news("payment.authorized", AMOUNT)
                .replace(order, UUID.randomUUID().toString());
        assertThat(taken(orphan)).isEqualTo("ORPHAN");
        assertThat(stateOf()).isEqualTo("ACTION_REQUIRED");
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

    /** {@code -Dwebhook.attacks=10000} tries more of them. */
    @Test
    void noWebhookThatTheProviderDidNotSendChangesAnything() {
        authorize("pm_card_authenticate");
        heard("payment.action-required.v1");
        var chance = new Random(7);
        for (int i = 0; i < Integer.getInteger("webhook.attacks", 500); i++) {
            var body = news("payment.authorized", AMOUNT);
            var now = Instant.now();
            var good = signature(body, now, secret);
            var answer = switch (i % 12) {
                case 0 -> post(with(body, chance), good);
                case 1 -> post(body, with(good, chance));
                case 2 -> post(body, signature(body, now, UUID.randomUUID().toString()));
                case 3 -> post(body, signature(body, now.minusSeconds(301 + chance.nextInt(100_000)), secret));
                case 4 -> post(body, signature(body, now.plusSeconds(65 + chance.nextInt(100_000)), secret));
                case 5 -> post(body, good.substring(0, chance.nextInt(good.length())));
                case 6 -> post(body, good.replaceFirst("t=\\d+", "t=" + (now.getEpochSecond() - 1)));
                case 7 -> post(body, good.toUpperCase(Locale.ROOT));
                case 8 -> post(body + " ", good);
                case 9 ->
                    post(body, signature(body.replace(order, UUID.randomUUID().toString()), now, secret));
                case 10 -> post(news("payment.authorized", AMOUNT + 1 + chance.nextInt(1_000)), good);
                default -> post("x".repeat(1 + chance.nextInt(70_000)), good);
            };
            var status =
                    answer.expectBody(JsonNode.class).returnResult().getStatus().value();
            assertThat(status).as("attack %d", i).isBetween(400, 499);
        }
        assertThat(stateOf()).isEqualTo("ACTION_REQUIRED");
        assertThat(broker.published("payment.events", order, "payment.authorized.v1"))
                .isEmpty();
    }

    @Test
    void aGenuineWebhookThatComesAHundredTimesAtOnceHasOneEffect() throws Exception {
        authorize("pm_card_authenticate");
        heard("payment.action-required.v1");
        var body = news("payment.authorized", AMOUNT);
        Callable<String> sending = () -> outcomeOf(webhook(body, Duration.ZERO, secret));

        try (var pool = Executors.newFixedThreadPool(8)) {
            var outcomes = new ArrayList<String>();
            for (var outcome : pool.invokeAll(Collections.nCopies(100, sending))) {
                outcomes.add(outcome.get());
            }
            assertThat(outcomes).filteredOn("RECEIVED"::equals).hasSize(1);
            assertThat(outcomes).filteredOn("ALREADY_PROCESSED"::equals).hasSize(99);
        }
        heard("payment.authorized.v1");
        assertThat(broker.published("payment.events", order, "payment.authorized.v1"))
                .hasSize(1);
    }

    /** The same with another character somewhere. */
    private static String with(String text, Random chance) {
        var at = chance.nextInt(text.length());
        var other = text.charAt(at) == 'a' ? 'b' : 'a';
        return text.substring(0, at) + other + text.substring(at + 1);
    }

    private boolean knownToTheProvider() {
        return Objects.requireNonNull(RestClient.create(providerUrl)
                .get()
                .uri("/v1/payments/" + order)
                .header("Authorization", "Bearer " + apiKey)
                .exchange((_, answer) -> answer.getStatusCode().is2xxSuccessful()));
    }

    /** The order may still be under way when its payment has forgotten whose it is. */
    @Test
    void whatTheProviderSaysOfWhoWasForgottenIsNotKeptWordForWord() {
        authorize("pm_card_ok");
        heard("payment.authorized.v1");
        broker.send(
                "user.privacy",
                customer.id().toString(),
                "user.erasure-requested.v1",
                Map.of("requestId", UUID.randomUUID(), "userId", customer.id(), "requestedAt", Instant.now()));
        await().until(() -> !broker.published(
                        "privacy.receipts", customer.id().toString(), "payment.personal-data-erased.v1")
                .isEmpty());

        assertThat(taken(news("payment.authorized", AMOUNT))).isEqualTo("APPLIED");
        assertThat(taken(news("payment.authorized", 1))).isEqualTo("MISMATCH");
        assertThat(jdbc.sql("select distinct body from webhook_event where order_id = ?")
                        .param(order)
                        .query(String.class)
                        .list())
                .containsExactly("");
    }

    private String stateOf() {
        return body(shop.as(customer)
                        .get()
                        .uri("/api/payments/orders/" + order)
                        .exchange()
                        .expectStatus()
                        .isOk())
                .path("state")
                .asString();
    }

    private String news(String type, long amount) {
        return """
                {"eventId":"evt_%s","type":"%s","orderId":"%s","amount":%d,"currency":"USD"}""".formatted(UUID.randomUUID(), type, order, amount);
    }

    /** What comes of it when the provider says so for the first time. */
    private String taken(String webhook) {
        assertThat(outcomeOf(webhook(webhook, Duration.ZERO, secret))).isEqualTo("RECEIVED");
        return cameOf(webhook);
    }

    private ResponseSpec webhook(String body, Duration shift, String key) {
        return post(body, signature(body, Instant.now().plus(shift), key));
    }

    private ResponseSpec post(String body, String signature) {
        return shop.anonymously()
                .post()
                .uri("/api/payments/webhooks/simulator")
                .header("Provider-Signature", signature)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private static String signature(String body, Instant at, String key) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));
            var signed = mac.doFinal((at.getEpochSecond() + "." + body).getBytes(UTF_8));
            return "t=%d,v1=%s".formatted(at.getEpochSecond(), HexFormat.of().formatHex(signed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String outcomeOf(ResponseSpec answer) {
        return body(answer.expectStatus().isOk()).path("status").asString();
    }
}
