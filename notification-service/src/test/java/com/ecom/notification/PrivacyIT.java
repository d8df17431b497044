package com.ecom.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.test.PrivacyContract;
import com.ecom.test.TestBroker;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class PrivacyIT extends PrivacyContract {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestBroker broker;

    @Autowired
    DeleteOldMails forgetOldMails;

    @Autowired
    Recipients recipients;

    @Autowired
    Notifications notifications;

    PrivacyIT() {
        super("notification-service");
    }

    @Override
    protected void keepSomethingOf(UUID person) {
        var email = person + "@example.com";
        recipients.registered(person, email);
        notifications.add(List.of(new Notifications.NewMail(
                person.toString(),
                Template.WELCOME,
                person,
                email,
                new Templates.Mail("Welcome", "Hello " + email),
                false,
                null)));
    }

    @Override
    protected void nothingIsLeftOf(UUID person) {
        for (var table : List.of("notification", "recipient")) {
            assertThat(jdbc.sql("select count(*) from %s where user_id = ?".formatted(table))
                            .param(person.toString())
                            .query(Integer.class)
                            .single())
                    .isZero();
        }
    }

    @Test
    void whoWasForgottenIsNotKeptAgainByWhatComesLate() {
        var person = UUID.randomUUID();
        var email = person + "@example.com";
        keepSomethingOf(person);
        broker.send(
                "user.privacy",
                person.toString(),
                "user.erasure-requested.v1",
                Map.of("requestId", UUID.randomUUID(), "userId", person, "requestedAt", Instant.now()));
        await().untilAsserted(() -> nothingIsLeftOf(person));

        recipients.registered(person, email);
        recipients.verified(person, email);
        recipients.profile(person, 7, "Ada", "en", false);
        var order = UUID.randomUUID().toString();
        broker.send(
                "order.events",
                order,
                "order.shipped.v1",
                Map.of("orderId", order, "customerId", person, "email", email, "shippedAt", "2026-01-15T10:15:30Z"));
        var another = UUID.randomUUID();
        broker.send(
                "order.events",
                order,
                "order.shipped.v1",
                Map.of(
                        "orderId",
                        order,
                        "customerId",
                        another,
                        "email",
                        another + "@example.com",
                        "shippedAt",
                        "2026-01-15T10:15:30Z"));

        await().until(() -> Mailbox.of(another + "@example.com").size() == 1);
        nothingIsLeftOf(person);
        assertThat(Mailbox.of(email)).isEmpty();
    }

    @Test
    void mailsAreForgottenInTheEnd() {
        var person = UUID.randomUUID();
        keepSomethingOf(person);
        jdbc.sql("update notification set created_at = now(3) - interval 181 day where user_id = ?")
                .param(person.toString())
                .update();

        forgetOldMails.purge();

        assertThat(jdbc.sql("select count(*) from notification where user_id = ?")
                        .param(person.toString())
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
