package com.ecom.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.local.LocalServers;
import com.ecom.notification.Notifications.Noted;
import com.ecom.notification.Templates.Mail;
import com.ecom.test.ServiceTest;
import com.ecom.test.Shop;
import com.ecom.test.TestBroker;
import com.ecom.test.TestIssuer;
import com.ecom.test.TestIssuer.Bearer;
import com.ecom.test.TestSpans;
import com.ecom.test.TestTrace;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

/** Mails that really arrive in a mailbox. */
@ServiceTest
class NotificationIT {

    @Autowired
    Shop shop;

    @Autowired
    TestBroker broker;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Notifications notifications;

    @Autowired
    TestSpans spans;

    private final Bearer customer = TestIssuer.customer();
    private final String order = UUID.randomUUID().toString();

    @Test
    void tellsTheCustomerOnceThatTheOrderIsConfirmed() {
        broker.send(
                "user.events",
                customer.id().toString(),
                "user.profile-updated.v1",
                Map.of(
                        "userId",
                        customer.id(),
                        "version",
                        1,
                        "firstName",
                        "Ada",
                        "language",
                        "en",
                        "marketingEmails",
                        false));
        await().until(() -> jdbc.sql("select count(*) from recipient where user_id = ?")
                        .param(customer.id().toString())
                        .query(Long.class)
                        .single()
                == 1);
        broker.send("order.events", order, "order.confirmed.v1", confirmed());
        broker.send("order.events", order, "order.confirmed.v1", confirmed());
        broker.send(
                "order.events",
                order,
                "order.shipped.v1",
                Map.of(
                        "orderId",
                        order,
                        "customerId",
                        customer.id(),
                        "email",
                        customer.email(),
                        "shippedAt",
                        "2026-01-15T10:15:30Z"));

        var mails = await().until(this::mailbox, it -> it.size() >= 2);
        assertThat(mails)
                .extracting(it -> it.path("subject").asString())
                .containsExactlyInAnyOrder("Your order is confirmed", "Your order is on its way");
        var mine = Objects.requireNonNull(shop.as(customer)
                        .get()
                        .uri("/api/notifications")
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(JsonNode.class)
                        .returnResult()
                        .getResponseBody())
                .path("items");
        assertThat(mine).hasSize(2);
        assertThat(mine.path(1).path("body").asString()).contains("Hello Ada", "2 x Mug", "USD 29.98");
    }

    @Test
    void aMailIsSentInTheTraceOfTheNewsThatItIsAbout() {
        var purchase = TestTrace.begun();
        broker.sendIn(purchase, "order.events", order, "order.confirmed.v1", confirmed());

        await().until(() -> spans.of(purchase).stream().anyMatch(it -> it.name().equals("send mail")));
        assertThat(spans.of(purchase)).noneMatch(it -> it.toString().contains(customer.email()));
    }

    @Test
    void whoNotesAMailASecondTimeIsNotGivenItToSend() {
        var once = noted("one");
        assertThat(notifications.add(List.of(once))).hasSize(1);

        assertThat(notifications.add(List.of(once, noted("another"))))
                .extracting(it -> it.mail().subject())
                .containsExactly("another");
        assertThat(notifications.add(List.of(once))).isEmpty();
    }

    private Noted noted(String subject) {
        return new Noted(
                order + subject.charAt(0),
                Template.ORDER_CONFIRMED,
                customer.id(),
                customer.email(),
                new Mail(subject, "body"),
                false,
                null);
    }

    @Test
    void tellsOfEachRefundOnce() {
        var refunds = List.of(UUID.randomUUID().toString(), UUID.randomUUID().toString());
        for (var refund : List.of(refunds.get(0), refunds.get(0), refunds.get(1))) {
            broker.send(
                    "order.events",
                    order,
                    "order.refunded.v1",
                    Map.of(
                            "orderId",
                            order,
                            "customerId",
                            customer.id(),
                            "email",
                            customer.email(),
                            "refundId",
                            refund,
                            "amount",
                            Map.of("amount", 899, "currency", "USD"),
                            "refunded",
                            Map.of("amount", 1_798, "currency", "USD"),
                            "total",
                            Map.of("amount", 3_897, "currency", "USD"),
                            "refundedAt",
                            "2026-01-15T10:15:30Z"));
        }
        await().until(() -> statusOf(refunds.get(1)).equals("SENT"));

        assertThat(jdbc.sql("select body from notification where user_id = ?")
                        .param(customer.id().toString())
                        .query(String.class)
                        .list())
                .hasSize(2)
                .allSatisfy(it -> assertThat(it).contains(order, "USD 8.99", "USD 17.98"));
    }

    @Test
    void neverMixesUpWhoseNotificationsAreWhose() {
        broker.send("order.events", order, "order.confirmed.v1", confirmed());
        await().until(() -> !mailbox().isEmpty());

        var others = Objects.requireNonNull(shop.as(TestIssuer.customer())
                .get()
                .uri("/api/notifications")
                .exchange()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody());
        assertThat(others.path("items")).isEmpty();
    }

    @Test
    void keepsWhatCanNeverBeSent() {
        broker.send("order.events", order, "order.confirmed.v1", confirmed());
        await().until(() -> statusOf(order).equals("SENT"));
        jdbc.sql("update notification set status = 'PENDING', email = 'not an address', next_attempt_at ="
                        + " now(3) where about = ?")
                .param(order)
                .update();

        await().until(() -> statusOf(order).equals("DEAD_LETTER"));
    }

    /** Mails that are due together go out over one connection. */
    @Test
    void whatTheMailServerRefusesHoldsUpNoOtherMail() {
        var orders =
                Stream.generate(UUID::randomUUID).map(UUID::toString).limit(30).toList();
        var refused = orders.get(7);
        for (var it : orders) {
            insertPending(it, it.equals(refused) ? "not an address" : customer.email());
        }

        await().until(() -> mailbox().size(), it -> it == 29);
        await().until(() -> countOf("SENT"), it -> it == 29);
        assertThat(statusOf(refused)).isEqualTo("DEAD_LETTER");
    }

    @Test
    void aMailIsSentToExactlyTheAddressThatWasTypedOrToNobody() {
        var local = UUID.randomUUID().toString();
        insertPending(order, local + "@müller.example");
        var other = UUID.randomUUID().toString();
        insertPending(other, local + "-š@example.com");

        await().until(() -> Mailbox.of(local + "@xn--mller-kva.example").size() == 1);
        await().until(() -> statusOf(other).equals("DEAD_LETTER"));
        assertThat(Mailbox.of(local + "-a@example.com")).isEmpty();
    }

    /** The oldest of them began to be tried a day ago. */
    @Test
    void anOutageOfTheMailServerLosesNothing() {
        var due = notifications.add(List.of(noted("one"))).getFirst();
        jdbc.sql("update notification set attempts = 200, tried_since = now(3) - interval 24 hour where id = ?")
                .param(due.id().toString())
                .update();

        notifications.failed(due, "Connection refused", false);

        assertThat(statusOf(order + "o")).isEqualTo("PENDING");
        assertThat(jdbc.sql("select timestampdiff(second, now(3), next_attempt_at) from notification where id = ?")
                        .param(due.id().toString())
                        .query(Integer.class)
                        .single())
                .as("seconds until it is tried again")
                .isBetween(800, 900);
    }

    @Test
    void aMailIsGivenUpWhenItsTimeIsOverOrItIsRefusedForGood() {
        var late = notifications.add(List.of(noted("late"))).getFirst();
        jdbc.sql("update notification set tried_since = now(3) - interval 49 hour where id = ?")
                .param(late.id().toString())
                .update();
        notifications.failed(late, "Connection refused", false);
        var refused = notifications.add(List.of(noted("refused"))).getFirst();
        notifications.failed(refused, "550 No such user", true);

        assertThat(statusOf(order + "l")).isEqualTo("DEAD_LETTER");
        assertThat(statusOf(order + "r")).isEqualTo("DEAD_LETTER");
    }

    private void insertPending(String about, String email) {
        jdbc.sql("""
                insert into notification (id, about, template, user_id, email, subject, body)
                values (:id, :id, 'ORDER_CONFIRMED', :user, :email, 'Confirmed', :id)
                """)
                .param("id", about)
                .param("user", customer.id().toString())
                .param("email", email)
                .update();
    }

    private long countOf(String status) {
        return jdbc.sql("select count(*) from notification where user_id = :user and status = :status")
                .param("user", customer.id().toString())
                .param("status", status)
                .query(Long.class)
                .single();
    }

    private String statusOf(String about) {
        return jdbc.sql("select status from notification where about = ?")
                .param(about)
                .query(String.class)
                .optional()
                .orElse("");
    }

    private List<JsonNode> mailbox() {
        return RestClient.create(LocalServers.mail().api().toString())
                .get()
                .uri("/api/user/" + customer.email() + "/messages/")
                .exchange((_, answer) -> answer.getStatusCode().is2xxSuccessful()
                        ? Objects.requireNonNull(answer.bodyTo(JsonNode.class))
                                .valueStream()
                                .toList()
                        : List.of());
    }

    private Map<String, Object> confirmed() {
        return Map.of(
                "orderId",
                order,
                "customerId",
                customer.id(),
                "email",
                customer.email(),
                "lines",
                List.of(Map.of(
                        "sku",
                        "S",
                        "productId",
                        "P",
                        "name",
                        "Mug",
                        "quantity",
                        2,
                        "unitPrice",
                        Map.of("amount", 1_499, "currency", "USD"))),
                "total",
                Map.of("amount", 2_998, "currency", "USD"),
                "confirmedAt",
                "2026-01-15T10:15:30Z");
    }
}
