package com.ecom.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.test.ServiceTest;
import com.ecom.test.TestBroker;
import com.ecom.test.TestIssuer;
import com.ecom.test.TestIssuer.Bearer;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A stolen session may request a copy or an erasure; a mail informs the owner in time. */
@ServiceTest
class PrivacyRequestMailIT {

    @Autowired
    TestBroker broker;

    @Autowired
    JdbcClient jdbc;

    private final Bearer customer = TestIssuer.customer();

    @Test
    void aMailSaysWhenTheErasureStarts() {
        ask("ERASURE");

        var mail = mail();
        assertThat(mail.path("subject").asString()).isEqualTo("Your data will be erased");
        assertThat(bodyOf("PRIVACY_ASKED")).contains("2026-01-22 10:15 UTC", "cancel it");
    }

    @Test
    void aMailInTheOwnersLanguageAnnouncesACopy() {
        broker.send(
                "user.events",
                customer.id().toString(),
                "user.profile-updated.v1",
                Map.of("userId", customer.id(), "version", 1, "language", "de", "marketingEmails", false));
        ask("EXPORT");

        assertThat(mail().path("subject").asString()).isEqualTo("Eine Kopie Ihrer Daten");
    }

    private void ask(String kind) {
        broker.send(
                "user.events",
                customer.id().toString(),
                "user.privacy-asked.v1",
                Map.of(
                        "requestId",
                        UUID.randomUUID(),
                        "userId",
                        customer.id(),
                        "email",
                        customer.email(),
                        "kind",
                        kind,
                        "askedAt",
                        "2026-01-15T10:15:30Z",
                        "dueAt",
                        "2026-01-22T10:15:30Z"));
    }

    private JsonNode mail() {
        return await().until(() -> Mailbox.of(customer.email()), it -> it.size() == 1)
                .getFirst();
    }

    private String bodyOf(String template) {
        return jdbc.sql("select body from notification where user_id = ? and template = ?")
                .param(customer.id().toString())
                .param(template)
                .query(String.class)
                .single();
    }
}
