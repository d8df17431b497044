package com.ecom.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.notification.Notifications.NewMail;
import com.ecom.notification.Templates.Mail;
import com.ecom.test.TestSpans;
import com.ecom.test.TestTrace;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How a mail is delivered: once, in its trace, despite outages, and given up when it can never arrive. */
class MailDeliveryIT extends MailScenario {

    @Autowired
    Notifications notifications;

    @Autowired
    TestSpans spans;

    @Test
    void aMailIsSentInTheTraceOfItsEvent() {
        var purchase = TestTrace.begun();
        broker.sendIn(purchase, "order.events", order, "order.confirmed.v1", confirmed());

        await().until(() -> spans.of(purchase).stream().anyMatch(it -> it.name().equals("send mail")));
        assertThat(spans.of(purchase)).noneMatch(it -> it.toString().contains(customer.email()));
    }

    @Test
    void aMailThatIsQueuedTwiceIsSentOnce() {
        var once = newMail("one");
        assertThat(notifications.add(List.of(once))).hasSize(1);

        assertThat(notifications.add(List.of(once, newMail("another"))))
                .extracting(it -> it.mail().subject())
                .containsExactly("another");
        assertThat(notifications.add(List.of(once))).isEmpty();
    }

    @Test
    void keepsAMailThatCanNeverBeSent() {
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
    void aRefusedMailHoldsUpNoOtherMail() {
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
    void aMailIsSentToExactlyTheTypedAddressOrNotAtAll() {
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
        var due = notifications.add(List.of(newMail("one"))).getFirst();
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
    void aMailIsGivenUpWhenItsTimeIsOverOrItIsRefusedPermanently() {
        var late = notifications.add(List.of(newMail("late"))).getFirst();
        jdbc.sql("update notification set tried_since = now(3) - interval 49 hour where id = ?")
                .param(late.id().toString())
                .update();
        notifications.failed(late, "Connection refused", false);
        var refused = notifications.add(List.of(newMail("refused"))).getFirst();
        notifications.failed(refused, "550 No such user", true);

        assertThat(statusOf(order + "l")).isEqualTo("DEAD_LETTER");
        assertThat(statusOf(order + "r")).isEqualTo("DEAD_LETTER");
    }

    private NewMail newMail(String subject) {
        return new NewMail(
                order + subject.charAt(0),
                Template.ORDER_CONFIRMED,
                customer.id(),
                customer.email(),
                new Mail(subject, "body"),
                false,
                null);
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
}
