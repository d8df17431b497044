package com.ecom.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.notification.Notifications.NewMail;
import com.ecom.notification.Templates.Mail;
import com.ecom.test.ServiceTest;
import com.ecom.test.Shop;
import com.ecom.test.TestBroker;
import com.ecom.test.TestIssuer;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Mails that are not sent, and what operators do about them. */
@ServiceTest
class MailsIT {

    @Autowired
    Shop shop;

    @Autowired
    TestBroker broker;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    QueueMails queueMails;

    @Autowired
    Notifications notifications;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    MeterRegistry meters;

    @Autowired
    MailMetrics figures;

    private final UUID person = UUID.randomUUID();
    private final String email = person + "@example.com";

    @Test
    void anOperatorHasDeadMailsSentAfterAllOneByOneOrByWhatTheyAreAbout() {
        var dead = IntStream.range(0, 3).mapToObj(_ -> deadMail()).toList();
        figures.measure();
        assertThat(meters.get("ecom.notification.dead").gauge().value()).isGreaterThanOrEqualTo(3);

        shop.as(TestIssuer.bearer(Role.OPERATOR))
                .get()
                .uri("/ops/mails?userId=" + person)
                .exchange()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(3)
                .jsonPath("$.items[0].error")
                .isEqualTo("550 No such user");
        decide("requeue", Map.of("id", dead.getFirst(), "reason", "they say it works now"), 1);
        await().until(() -> Mailbox.of(email).size() == 1);
        decide("requeue", Map.of("userId", person, "reason", "only to see", "dryRun", true), 2);
        decide("requeue", Map.of("userId", person, "reason", "all of them then"), 2);

        await().until(() -> Mailbox.of(email).size() == 3);
    }

    @Test
    void whatAnOperatorLetsGoIsNeverSent() {
        deadMail();
        decide("discard", Map.of("userId", person, "reason", "nobody reads it"), 1);
        decide("requeue", Map.of("userId", person, "reason", "too late"), 0);
    }

    @Test
    void strangersCannotFloodAMailbox() {
        announceOrders(25, email.toUpperCase(java.util.Locale.ROOT).replace("@", "+more@"));
        announceOrders(5, email);

        assertThat(statuses()).containsEntry("HELD", 10L);
        assertThat(jdbc.sql("select count(*) from notification where user_id = ? and status <> 'HELD'")
                        .param(person.toString())
                        .query(Long.class)
                        .single())
                .isEqualTo(20);
    }

    @Test
    void whatConcernsAnAccountIsMailedHoweverManyOrdersTheirOwnerIsMailedAbout() {
        announceOrders(25, email);
        transactions.executeWithoutResult(_ -> queueMails.mail(
                UUID.randomUUID().toString(),
                Template.SECURITY_NOTICE,
                person,
                email,
                Map.of("PASSWORD_CHANGED", true, "at", "now")));

        await().until(() -> Mailbox.of(email).stream()
                .anyMatch(it -> it.path("subject").asString().contains("account")));
        assertThat(jdbc.sql("select status from notification where user_id = ? and template = 'SECURITY_NOTICE'")
                        .param(person.toString())
                        .query(String.class)
                        .single())
                .isNotEqualTo("HELD");
    }

    @Test
    void whoProvedToReadTheirMailIsMailedAboutEveryOrder() {
        broker.send(
                "user.events",
                person.toString(),
                "user.email-verified.v1",
                Map.of("userId", person, "email", email, "verifiedAt", "2026-01-15T10:15:30Z"));
        await().until(() -> jdbc.sql("select count(*) from recipient where user_id = ? and verified_at is not null")
                        .param(person.toString())
                        .query(Integer.class)
                        .single()
                == 1);
        announceOrders(25, email);

        assertThat(statuses()).doesNotContainKey("HELD");
    }

    @Test
    void whatToWorryAboutIsMeasuredFromTheStart() {
        assertThat(meters.get("ecom.notification.unsent.oldest").timeGauge()).isNotNull();
        assertThat(meters.get("ecom.notification.dead").gauge()).isNotNull();
        assertThat(meters.get("ecom.notification.held").counter()).isNotNull();
    }

    private void announceOrders(int count, String address) {
        var values = Map.of("orderNumber", "K7Q-42M-9XC", "link", "https://shop.example/orders");
        transactions.executeWithoutResult(_ -> IntStream.range(0, count)
                .forEach(_ -> queueMails.mail(
                        UUID.randomUUID().toString(), Template.ORDER_DELIVERED, person, address, values)));
    }

    private Map<String, Long> statuses() {
        var counts = new HashMap<String, Long>();
        jdbc.sql("select status, count(*) as mails from notification where user_id = ? group by status")
                .param(person.toString())
                .query(row -> {
                    counts.put(row.getString("status"), row.getLong("mails"));
                });
        return counts;
    }

    private String deadMail() {
        var about = UUID.randomUUID().toString();
        var due = notifications
                .add(List.of(new NewMail(
                        about, Template.ORDER_CONFIRMED, person, email, new Mail("Confirmed", "body"), false, null)))
                .getFirst();
        notifications.failed(due, "550 No such user", true);
        return due.id().toString();
    }

    private void decide(String what, Map<String, ?> selection, int affected) {
        shop.as(TestIssuer.bearer(Role.OPERATOR))
                .post()
                .uri("/ops/mails/" + what)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .body(selection)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.affected")
                .isEqualTo(affected);
    }
}
