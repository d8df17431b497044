package com.ecom.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.core.secrets.SecretSealer;
import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.test.MailKeys;
import com.ecom.test.ServiceTest;
import com.ecom.test.Shop;
import com.ecom.test.TestBroker;
import com.ecom.test.TestIssuer;
import com.ecom.test.TestIssuer.Bearer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ServiceTest
class AccountMailIT {

    private static final String TOKEN = "0123456789012345678901234567890123456789012";

    @Autowired
    Shop shop;

    @Autowired
    TestBroker broker;

    @Autowired
    JdbcClient jdbc;

    private final Bearer customer = TestIssuer.customer();
    private final UUID request = UUID.randomUUID();

    @Test
    void aMailThatResetsAPasswordIsSentAndThenForgotten() {
        requestMail("auth.password-reset-requested.v1");

        await().until(() -> mailboxOf(customer).size() == 1);
        var mail = mailboxOf(customer).getFirst();
        assertThat(mail.path("subject").asString()).isEqualTo("A new password for your account");
        assertThat(mail.path("mimeMessage").asString()).contains("/account/reset-password#" + TOKEN);
        await().untilAsserted(() -> assertThat(bodyOf(request)).isEmpty());
        assertThat(seenBy(customer)).isEmpty();
    }

    /** Wherever people without any business look: only the mail itself brings it. */
    @Test
    void aTokenIsNowhereButInTheMail() {
        requestMail("auth.password-reset-requested.v1");
        broker.sendUnchecked(
                UUID.randomUUID(),
                "auth.mails",
                customer.id().toString(),
                "auth.password-reset-requested.v9",
                "{\"sealedToken\":\"%s\"}".formatted(new SecretSealer(MailKeys.publicKey()).seal(TOKEN)));

        await().until(() -> mailboxOf(customer).size() == 1);
        for (var column : List.of("body", "subject", "coalesce(sealed_token, '')", "coalesce(last_error, '')")) {
            assertThat(jdbc.sql("select %s from notification".formatted(column))
                            .query(String.class)
                            .list())
                    .as(column)
                    .noneMatch(it -> it.contains(TOKEN));
        }
        await().until(() -> !operatorReads("/ops/dead-letters").path("items").isEmpty());
        for (var door : List.of("/ops/mails?status=SENT", "/ops/dead-letters", "/ops/outbox")) {
            assertThat(operatorReads(door).toString()).as(door).doesNotContain(TOKEN);
        }
        assertThat(mailboxOf(customer).getFirst().path("mimeMessage").asString())
                .contains(TOKEN);
    }

    @Test
    void aTokenThatCannotBeOpenedYetWaitsForTheRightKey() {
        broker.send(
                "auth.mails", customer.id().toString(), "auth.password-reset-requested.v1", mailRequest("a.b.c.d.e"));

        await().untilAsserted(() -> assertThat(jdbc.sql("select last_error from notification where about = ?")
                        .param(request.toString())
                        .query(String.class)
                        .optional()
                        .orElse(""))
                .contains("keys"));
        assertThat(jdbc.sql("select status from notification where about = ?")
                        .param(request.toString())
                        .query(String.class)
                        .single())
                .isEqualTo("PENDING");
    }

    private JsonNode operatorReads(String door) {
        return Objects.requireNonNull(shop.as(TestIssuer.bearer(Role.OPERATOR))
                .get()
                .uri(door)
                .exchange()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody());
    }

    @Test
    void aMailThatVerifiesAnAddressLeadsToThePageThatDoes() {
        requestMail("auth.email-verification-requested.v1");

        await().until(() -> mailboxOf(customer).size() == 1);
        assertThat(mailboxOf(customer).getFirst().path("mimeMessage").asString())
                .contains("/account/verify-email#" + TOKEN);
    }

    @Test
    void aNoticeSaysWhatHappenedAndIsShownToItsOwner() {
        broker.send(
                "auth.mails",
                customer.id().toString(),
                "auth.security-notice.v1",
                Map.of(
                        "noticeId",
                        request,
                        "accountId",
                        customer.id(),
                        "email",
                        customer.email(),
                        "notice",
                        "PASSWORD_CHANGED",
                        "at",
                        "2026-01-15T10:15:30Z"));

        await().until(() -> mailboxOf(customer).size() == 1);
        assertThat(bodyOf(request)).contains("your password was changed");
        assertThat(seenBy(customer)).hasSize(1);
    }

    @Test
    void speaksTheLanguageThatItsReaderChose() {
        broker.send(
                "user.events",
                customer.id().toString(),
                "user.profile-updated.v1",
                Map.of("userId", customer.id(), "version", 1, "language", "de-AT", "marketingEmails", false));
        await().until(() -> jdbc.sql("select count(*) from recipient where user_id = ? and language = 'de-AT'")
                        .param(customer.id().toString())
                        .query(Integer.class)
                        .single()
                == 1);
        requestMail("auth.password-reset-requested.v1");

        await().until(() -> mailboxOf(customer).size() == 1);
        assertThat(mailboxOf(customer).getFirst().path("subject").asString()).contains("Ein neues Passwort");
    }

    private void requestMail(String type) {
        broker.send(
                "auth.mails",
                customer.id().toString(),
                type,
                mailRequest(new SecretSealer(MailKeys.publicKey()).seal(TOKEN)));
    }

    private Map<String, Object> mailRequest(String sealedToken) {
        return Map.of(
                "requestId",
                request,
                "accountId",
                customer.id(),
                "email",
                customer.email(),
                "sealedToken",
                sealedToken,
                "expiresAt",
                "2026-01-15T10:15:30Z");
    }

    private String bodyOf(UUID about) {
        return jdbc.sql("select body from notification where about = ?")
                .param(about.toString())
                .query(String.class)
                .single();
    }

    private JsonNode seenBy(Bearer somebody) {
        return Objects.requireNonNull(shop.as(somebody)
                        .get()
                        .uri("/api/notifications")
                        .exchange()
                        .expectBody(JsonNode.class)
                        .returnResult()
                        .getResponseBody())
                .path("items");
    }

    private static List<JsonNode> mailboxOf(Bearer somebody) {
        return Mailbox.of(somebody.email());
    }
}
