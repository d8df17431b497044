package com.ecom.cart.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.cart.CartScenario;
import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.test.TestIssuer;
import com.ecom.test.TestIssuer.Bearer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What the shop hears of carts. */
class CartEventsIT extends CartScenario {

    @Autowired
    private PublishCartEvents publishCartEvents;

    private final Bearer customer = TestIssuer.customer();

    @Test
    void changesThatFollowEachOtherAreOneEvent() {
        var mug = sells(1_499, "USD");
        var cup = sells(899, "USD");
        add(customer, mug, 2);
        add(customer, cup, 1);
        untouchedForSeconds(60);

        publishCartEvents.publish();
        publishCartEvents.publish();

        var event = published("cart.changed.v1", 1).getFirst();
        assertThat(event.path("version").asLong()).isEqualTo(2);
        assertThat(event.path("items"))
                .extracting(it -> it.path("sku").asString())
                .containsExactly(mug, cup);
    }

    @Test
    void eachVersionIsAbandonedOnceAndSaysWhatCanStillBeBought() {
        var mug = sells(1_499, "USD");
        var gone = sells(899, "USD");
        add(customer, mug, 2);
        add(customer, gone, 1);
        publish(gone, 2, 899, "USD", false);
        untouchedForSeconds(5 * 60 * 60);

        publishCartEvents.publish();
        publishCartEvents.publish();

        var event = published("cart.abandoned.v1", 1).getFirst();
        assertThat(event.path("items"))
                .extracting(it -> "%s %s"
                        .formatted(it.path("sku").asString(), it.path("name").asString()))
                .containsExactly(mug + " Mug");

        set(customer, mug, 3);
        untouchedForSeconds(5 * 60 * 60);
        publishCartEvents.publish();

        assertThat(published("cart.abandoned.v1", 2).getLast().path("version").asLong())
                .isEqualTo(3);
    }

    @Test
    void aCartThatIsStillInUseIsNotAbandoned() {
        add(customer, sells(1_499, "USD"), 2);
        untouchedForSeconds(60 * 60);

        publishCartEvents.publish();

        published("cart.changed.v1", 1);
        assertThat(broker.published(CartEvent.TOPIC, customer.id().toString(), "cart.abandoned.v1"))
                .isEmpty();
    }

    @Test
    void whatWasBoughtIsNotAbandoned() {
        var mug = sells(1_499, "USD");
        add(customer, mug, 2);
        confirm(customer, mug, 2);
        await().until(() -> cartOf(customer).path("items").isEmpty());
        untouchedForSeconds(5 * 60 * 60);

        publishCartEvents.publish();

        assertThat(published("cart.changed.v1", 1).getFirst().path("items")).isEmpty();
        assertThat(broker.published(CartEvent.TOPIC, customer.id().toString(), "cart.abandoned.v1"))
                .isEmpty();
    }

    @Test
    void nothingIsSaidOfACartWhoseOwnerIsChangingIt() {
        var mug = sells(1_499, "USD");
        add(customer, mug, 2);

        publishCartEvents.publish();

        assertThat(nextEventOf(customer)).isEqualTo("CHANGED");
    }

    @Test
    void nothingIsSaidOfGuests() {
        var guest = TestIssuer.bearer(Role.GUEST);
        add(guest, sells(1_499, "USD"), 2);

        publishCartEvents.publish();

        assertThat(jdbc.sql("select count(*) from cart where owner = ?")
                        .param(guest.id().toString())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private void untouchedForSeconds(int seconds) {
        jdbc.sql("update cart set updated_at = now(3) - interval ? second where owner = ?")
                .params(seconds, customer.id().toString())
                .update();
    }

    private String nextEventOf(Bearer owner) {
        return jdbc.sql("select next_event from cart where owner = ?")
                .param(owner.id().toString())
                .query(String.class)
                .single();
    }

    private List<JsonNode> published(String type, int count) {
        return await().until(
                        () -> broker.published(CartEvent.TOPIC, customer.id().toString(), type),
                        it -> it.size() == count);
    }
}
