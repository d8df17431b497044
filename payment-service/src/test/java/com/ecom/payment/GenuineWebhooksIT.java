package com.ecom.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

/** Only what the provider has sent, lately and about this payment, changes anything, and only once. */
class GenuineWebhooksIT extends WebhookTest {

    @Test
    void aWebhookThatIsLongerThanWhatIsKeptIsRefusedAndNotCut() {
        var tooLong = webhookOf("payment.captured", AMOUNT) + " ".repeat(65_536);

        assertThat(body(webhook(tooLong, Duration.ZERO, secret).expectStatus().isEqualTo(413))
                        .path("code")
                        .asString())
                .isEqualTo("CONTENT_TOO_LARGE");
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
        webhook(webhookOf("payment.authorized", AMOUNT), Duration.ZERO, secret)
                .expectStatus()
                .isOk();

        heard("payment.authorized.v1");
    }

    @Test
    void takesEachWebhookOnce() {
        authorize("pm_card_authenticate");
        heard("payment.action-required.v1");
        var body = webhookOf("payment.authorized", AMOUNT);
        assertThat(taken(body)).isEqualTo("APPLIED");
        assertThat(outcomeOf(webhook(body, Duration.ZERO, secret))).isEqualTo("ALREADY_PROCESSED");
    }

    @Test
    void believesNoWebhookThatIsForgedOldOrFromTheFuture() {
        authorize("pm_card_authenticate");
        heard("payment.action-required.v1");
        var body = webhookOf("payment.authorized", AMOUNT);
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
        assertThat(taken(webhookOf("payment.authorized", 1))).isEqualTo("MISMATCH");
        assertThat(taken(webhookOf("payment.authorized", AMOUNT).replace("USD", "EUR")))
                .isEqualTo("MISMATCH");
        var orphan = webhookOf("payment.authorized", AMOUNT)
                .replace(order, UUID.randomUUID().toString());
        assertThat(taken(orphan)).isEqualTo("ORPHAN");
        assertThat(stateOf()).isEqualTo("ACTION_REQUIRED");
    }

    /** {@code -Dwebhook.attacks=10000} tries more of them. */
    @Test
    void noWebhookThatTheProviderDidNotSendChangesAnything() {
        authorize("pm_card_authenticate");
        heard("payment.action-required.v1");
        var chance = new Random(7);
        for (int i = 0; i < Integer.getInteger("webhook.attacks", 500); i++) {
            var body = webhookOf("payment.authorized", AMOUNT);
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
                case 10 -> post(webhookOf("payment.authorized", AMOUNT + 1 + chance.nextInt(1_000)), good);
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
        var body = webhookOf("payment.authorized", AMOUNT);
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

        assertThat(taken(webhookOf("payment.authorized", AMOUNT))).isEqualTo("APPLIED");
        assertThat(taken(webhookOf("payment.authorized", 1))).isEqualTo("MISMATCH");
        assertThat(jdbc.sql("select distinct body from webhook_event where order_id = ?")
                        .param(order)
                        .query(String.class)
                        .list())
                .containsExactly("");
    }

    /** The same with another character somewhere. */
    private static String with(String text, Random chance) {
        var at = chance.nextInt(text.length());
        var other = text.charAt(at) == 'a' ? 'b' : 'a';
        return text.substring(0, at) + other + text.substring(at + 1);
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

    /** What comes of it when the provider says so for the first time. */
    private String taken(String webhook) {
        assertThat(outcomeOf(webhook(webhook, Duration.ZERO, secret))).isEqualTo("RECEIVED");
        return cameOf(webhook);
    }
}
