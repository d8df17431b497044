package com.ecom.order.model;

import static com.ecom.order.model.OrderFixtures.NOW;
import static com.ecom.order.model.OrderFixtures.after;
import static com.ecom.order.model.OrderFixtures.confirmed;
import static com.ecom.order.model.OrderFixtures.usd;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.core.money.Money;
import com.ecom.order.model.Order.Step;
import com.ecom.order.model.OrderEvent.OrderRefunded;
import com.ecom.order.model.OrderEvent.RefundPayment;
import com.ecom.order.model.OrderFact.Overdue;
import com.ecom.order.model.OrderFact.ParcelSent;
import com.ecom.order.model.OrderFact.RefundFailed;
import com.ecom.order.model.OrderFact.RefundRequested;
import com.ecom.order.model.OrderFact.Refunded;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The order of the fixtures costs 3,897. */
class RefundTests {

    private final UUID refund = UUID.randomUUID();

    @Test
    void neverPromisesMoreBackThanWasTaken() {
        var most = after(confirmed(), new RefundRequested(refund, usd(3_000)));

        assertThat(most.refundable()).isEqualTo(usd(897));
        assertThat(isRefused(most, new RefundRequested(UUID.randomUUID(), usd(898))))
                .isTrue();
        assertThat(isRefused(most, new RefundRequested(UUID.randomUUID(), usd(0))))
                .isTrue();
        assertThat(isRefused(most, new RefundRequested(UUID.randomUUID(), usd(-1))))
                .isTrue();
        assertThat(isRefused(most, new RefundRequested(UUID.randomUUID(), Money.of(1, "EUR"))))
                .isTrue();
        assertThat(after(most, new RefundRequested(UUID.randomUUID(), usd(897))).refundable())
                .isEqualTo(usd(0));
    }

    @Test
    void whateverIsRequestedNeverAddsUpToMoreThanWasTaken() {
        var chance = new Random(17);
        for (int round = 0; round < 200; round++) {
            var order = confirmed();
            for (int wish = 0; wish < 30; wish++) {
                var id = new UUID(0, chance.nextInt(10));
                var fact = switch (chance.nextInt(3)) {
                    case 0 -> new RefundRequested(id, usd(1 + chance.nextInt(2_000)));
                    case 1 -> new RefundFailed(id, "card_closed");
                    default ->
                        order.refunds()
                                .find(id)
                                .filter(it -> it.standing() == Refund.Standing.REQUESTED)
                                .<OrderFact>map(it -> new Refunded(id, it.amount()))
                                .orElseGet(Overdue::new);
                };
                order = order.on(fact, NOW) instanceof Step.Taken(var next, var _) ? next : order;
                assertThat(order.refundable().amount()).isNotNegative();
                assertThat(order.refunded().amount()).isBetween(0L, 3_897L);
            }
        }
    }

    @Test
    void newsOfARefundCountsOnce() {
        var asked = after(confirmed(), new RefundRequested(refund, usd(899)));
        var done = after(asked, new Refunded(refund, usd(899)));

        assertThat(done.refunded()).isEqualTo(usd(899));
        assertThat(done.on(new Refunded(refund, usd(899)), NOW)).isInstanceOf(Step.Ignored.class);
        assertThat(isRefused(done, new RefundRequested(refund, usd(1)))).isTrue();
    }

    @Test
    void tellsHowMuchWasGivenBackSoFar() {
        var first = after(after(confirmed(), new RefundRequested(refund, usd(500))), new Refunded(refund, usd(500)));
        var second = UUID.randomUUID();
        var step = after(first, new RefundRequested(second, usd(399))).on(new Refunded(second, usd(399)), NOW);

        assertThat(((Step.Taken) step).events())
                .singleElement()
                .isInstanceOfSatisfying(
                        OrderRefunded.class, it -> assertThat(it.refunded()).isEqualTo(usd(899)));
    }

    @Test
    void aRefundThatFailedMayBeTriedAgainAsAnother() {
        var failed = after(
                after(confirmed(), new RefundRequested(refund, usd(3_897))), new RefundFailed(refund, "card_closed"));

        assertThat(failed.refundable()).isEqualTo(usd(3_897));
        assertThat(isRefused(failed, new RefundRequested(UUID.randomUUID(), usd(3_897))))
                .isFalse();
    }

    @Test
    void aRefundMayFailAfterItWasDoneAndItsMoneyIsLeftForAnother() {
        var done = after(after(confirmed(), new RefundRequested(refund, usd(3_897))), new Refunded(refund, usd(3_897)));
        var failed = after(done, new RefundFailed(refund, "lost_or_stolen_card"));

        assertThat(failed.refunded()).isEqualTo(usd(0));
        assertThat(failed.refundable()).isEqualTo(usd(3_897));
        assertThat(failed.refunds().find(refund).map(Refund::failure)).contains("lost_or_stolen_card");
        assertThat(failed.on(new RefundFailed(refund, "again"), NOW)).isInstanceOf(Step.Ignored.class);
        assertThat(isRefused(failed, new RefundRequested(UUID.randomUUID(), usd(3_897))))
                .isFalse();
    }

    @Test
    void aFailureIsTheLastWordInWhateverOrderTheRepliesCome() {
        var asked = after(confirmed(), new RefundRequested(refund, usd(899)));
        var done = new Refunded(refund, usd(899));
        var failed = new RefundFailed(refund, "card_closed");

        for (var order : List.of(after(asked, failed), after(after(asked, done), failed))) {
            assertThat(order.on(done, NOW)).isInstanceOf(Step.Ignored.class);
            assertThat(order.refunded()).isEqualTo(usd(0));
        }
    }

    @Test
    void remindsOfEveryRefundUnderWayAndOfNoOther() {
        var waiting = UUID.randomUUID();
        var order = after(
                after(after(confirmed(), new RefundRequested(refund, usd(1))), new Refunded(refund, usd(1))),
                new RefundRequested(waiting, usd(2)));
        var step = (Step.Taken) order.on(new Overdue(), NOW);

        assertThat(step.order().reminders()).isEqualTo(1);
        assertThat(step.events()).isEqualTo(List.of(new RefundPayment(order.id().value(), waiting, usd(2))));
    }

    @Test
    void travelsOnWhileMoneyIsOnItsWayBack() {
        var shipped =
                after(after(confirmed(), new RefundRequested(refund, usd(899))), new ParcelSent(OrderFixtures.PARCEL));

        assertThat(shipped.refunds().underWay()).hasSize(1);
        assertThat(after(shipped, new Refunded(refund, usd(899))).refunded()).isEqualTo(usd(899));
    }

    private static boolean isRefused(Order order, OrderFact wish) {
        return order.on(wish, NOW) instanceof Step.Ignored;
    }
}
