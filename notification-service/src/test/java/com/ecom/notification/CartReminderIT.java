package com.ecom.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who is reminded of a cart. */
class CartReminderIT extends MailScenario {

    private static final String LONG_AGO = "2026-01-15T10:15:30Z";

    @Test
    void whoAgreedToNewsIsRemindedOnceOfEachVersionAndTwiceAtMost() {
        isVerified();
        hasProfile(true);

        abandons(3, LONG_AGO);
        abandons(3, LONG_AGO);
        abandons(5, LONG_AGO);
        abandons(7, LONG_AGO);
        untilAllIsHandled();

        var mails = await().until(this::mailbox, it -> it.size() >= 2);
        assertThat(mails)
                .extracting(it -> it.path("subject").asString())
                .containsExactly("Your cart is waiting for you", "Your cart is waiting for you");
        assertThat(bodies())
                .hasSize(2)
                .allSatisfy(it -> assertThat(it).contains("2 x Mug", "/cart", "/account/profile"));
    }

    @Test
    void whoDidNotAgreeIsLeftAlone() {
        isVerified();
        hasProfile(false);

        abandons(3, LONG_AGO);
        untilAllIsHandled();

        assertThat(bodies()).isEmpty();
    }

    @Test
    void nobodyIsWrittenToAtAnAddressThatMayBeSomebodyElses() {
        broker.send(
                "user.events",
                customer.id().toString(),
                "user.registered.v1",
                Map.of("userId", customer.id(), "email", customer.email(), "registeredAt", LONG_AGO));
        hasProfile(true);

        abandons(3, LONG_AGO);
        untilAllIsHandled();

        assertThat(bodies()).noneMatch(it -> it.contains("/cart"));
    }

    @Test
    void whoHasBoughtSomethingSinceIsLeftAlone() {
        isVerified();
        hasProfile(true);
        broker.send("order.events", order, "order.confirmed.v1", confirmed());
        await().until(() -> bodies().size() == 1);

        abandons(3, LONG_AGO);
        untilAllIsHandled();

        assertThat(bodies()).noneMatch(it -> it.contains("/cart"));
    }

    private void isVerified() {
        broker.send(
                "user.events",
                customer.id().toString(),
                "user.email-verified.v1",
                Map.of("userId", customer.id(), "email", customer.email(), "verifiedAt", LONG_AGO));
    }

    private void abandons(long version, String since) {
        broker.send("cart.events", customer.id().toString(), "cart.abandoned.v1", abandoned(version, since));
    }

    private Map<String, Object> abandoned(long version, String since) {
        return Map.of(
                "customerId",
                customer.id(),
                "version",
                version,
                "items",
                List.of(Map.of("sku", "MUG", "name", "Mug", "quantity", 2)),
                "since",
                since);
    }

    /** What comes after all others with the same key is handled after them. */
    private void untilAllIsHandled() {
        var last = broker.send("cart.events", customer.id().toString(), "cart.abandoned.v1", abandoned(99, LONG_AGO));
        await().until(() -> jdbc.sql("select count(*) from inbox_message where event_id = ?")
                        .param(last.toString())
                        .query(Long.class)
                        .single()
                == 1);
    }

    private List<String> bodies() {
        return jdbc.sql("select body from notification where user_id = ? order by id")
                .param(customer.id().toString())
                .query(String.class)
                .list();
    }
}
