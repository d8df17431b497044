package com.ecom.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
class AccountNewsIT {

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

    private void requestMail(String type) {
        broker.send(
                "auth.mails",
                customer.id().toString(),
                type,
                Map.of(
                        "requestId",
                        request,
                        "accountId",
                        customer.id(),
                        "email",
                        customer.email(),
                        "token",
                        TOKEN,
                        "expiresAt",
                        "2026-01-15T10:15:30Z"));
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
