package com.ecom.order.model.shares;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.ecom.order.model.OrderRefusal;
import com.ecom.order.model.shares.Paid.Part;
import com.ecom.order.model.shares.Share.ShippingBack;
import com.ecom.order.model.totals.Calculator;
import com.ecom.order.model.totals.RandomBaskets;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** {@code -Dtotals.seed} and {@code -Dtotals.refunds} say which orders money is given back of in any sequence. */
class RefundLedgerTests {

    private static final long FIRST = Long.getLong("totals.seed", 1);
    private static final long COUNT = Long.getLong("totals.refunds", 10_000);
    private static final Currency EUR = Currency.getInstance("EUR");

    @Test
    void anySequenceOfPartsEndsAtExactlyWhatWasPaidAndTaxed() {
        LongStream.range(FIRST, FIRST + COUNT).forEach(seed -> {
            var chance = new Random(seed);
            var paid = Paid.of(Calculator.billFor(RandomBaskets.basket(seed)));
            var shares = new ArrayList<Share>();
            for (int part = 0; part < 12; part++) {
                refund(ledger(paid, shares), paid, chance).ifPresent(shares::add);
                if (!shares.isEmpty() && chance.nextInt(5) == 0) {
                    shares.remove(chance.nextInt(shares.size()));
                }
            }
            var before = ledger(paid, shares);
            if (before.left() > 0) {
                shares.add(before.ofAmount(before.left()));
            }
            var given = shares.stream().mapToLong(Share::amount).sum();
            var tax = shares.stream().mapToLong(Share::tax).sum();
            var taxed = paid.lines().stream().mapToLong(it -> it.part().tax()).sum()
                    + paid.shipping().tax();
            if (given != paid.total() || ledger(paid, shares).left() != 0) {
                throw new AssertionError("Gave back " + given + " of " + paid.total() + ": -Dtotals.seed=" + seed);
            }
            if (shares.stream().anyMatch(it -> it.tax() < 0) || tax > taxed) {
                throw new AssertionError("Gave back tax of " + tax + " of " + taxed + ": -Dtotals.seed=" + seed);
            }
        });
    }

    @Test
    void partsThatAllSucceedEndAtExactlyTheTax() {
        LongStream.range(FIRST, FIRST + COUNT).forEach(seed -> {
            var chance = new Random(seed);
            var paid = Paid.of(Calculator.billFor(RandomBaskets.basket(seed)));
            var ledger = RefundLedger.of(paid);
            var tax = 0L;
            for (int part = 0; part < 12; part++) {
                var share = refund(ledger, paid, chance);
                tax += share.map(Share::tax).orElse(0L);
                ledger = share.map(ledger::with).orElse(ledger);
            }
            if (ledger.left() > 0) {
                tax += ledger.ofAmount(ledger.left()).tax();
            }
            var taxed = paid.lines().stream().mapToLong(it -> it.part().tax()).sum()
                    + paid.shipping().tax();
            if (tax != taxed) {
                throw new AssertionError("Gave back tax of " + tax + " of " + taxed + ": -Dtotals.seed=" + seed);
            }
        });
    }

    @Test
    void theLastUnitsAreWorthAllThatIsLeftWhateverFailedBefore() {
        var ledger = RefundLedger.of(paid(4, 6));
        var first = ledger.ofUnits(Map.of("CUP", 1), ShippingBack.NONE);
        var second = ledger.with(first).ofUnits(Map.of("CUP", 1), ShippingBack.NONE);
        var third = ledger.with(first).with(second).ofUnits(Map.of("CUP", 1), ShippingBack.NONE);
        var afterAFailure = ledger.with(first).with(third);

        var rest = afterAFailure.ofUnits(Map.of("CUP", 2), ShippingBack.NONE);
        assertThat(rest.amount()).isEqualTo(6 - first.amount() - third.amount());
        assertThat(afterAFailure.with(rest).left()).isZero();
    }

    @Test
    void moneyBeforeUnitsLeavesExactlyTheRestForThem() {
        var ledger = RefundLedger.of(paid(3, 1_000));
        var after = ledger.with(ledger.ofAmount(400));

        assertThat(after.ofUnits(Map.of("CUP", 3), ShippingBack.NONE).amount()).isEqualTo(600);
    }

    @Test
    void whatNobodyHasSaidIsPresumedToBeOfItsUnitsAndTheRestOfEverything() {
        var paid = new Paid(
                EUR,
                1,
                List.of(new Paid.Line("CUP", 2, new Part(2_000, 0)), new Paid.Line("TEA", 1, new Part(1_000, 0))),
                Part.NOTHING);
        var after = RefundLedger.of(paid).presumed(Map.of("CUP", 1), 1_200);

        assertThat(after.left()).isEqualTo(1_800);
        assertThat(after.ofUnits(Map.of("CUP", 1, "TEA", 1), ShippingBack.NONE).amount())
                .isEqualTo(1_800);
        assertThatExceptionOfType(OrderRefusal.NotThatManySold.class)
                .isThrownBy(() -> after.ofUnits(Map.of("CUP", 2), ShippingBack.NONE));
    }

    @Test
    void moreThanWasPaidIsPresumedOfNobody() {
        assertThat(RefundLedger.of(paid(3, 1_000))
                        .presumed(Map.of("CUP", 9, "TEA", 1), 5_000)
                        .left())
                .isZero();
    }

    @Test
    void onlyWholeStepsGoBack() {
        var ledger =
                RefundLedger.of(new Paid(EUR, 10, List.of(new Paid.Line("CUP", 3, new Part(100, 0))), Part.NOTHING));

        assertThat(ledger.ofUnits(Map.of("CUP", 1), ShippingBack.NONE).amount()).isEqualTo(30);
        assertThatExceptionOfType(OrderRefusal.AmountNotChargeable.class).isThrownBy(() -> ledger.ofAmount(15));
    }

    @Test
    void shippingOfGoodsThatCostNothingGoesBackByUnits() {
        var ledger =
                RefundLedger.of(new Paid(EUR, 1, List.of(new Paid.Line("CUP", 4, Part.NOTHING)), new Part(490, 78)));

        var one = ledger.ofUnits(Map.of("CUP", 1), ShippingBack.PROPORTIONATE);
        assertThat(one.shipping()).isEqualTo(new Part(122, 19));
        assertThat(ledger.with(one)
                        .ofUnits(Map.of("CUP", 3), ShippingBack.PROPORTIONATE)
                        .shipping())
                .isEqualTo(new Part(368, 59));
    }

    private static Paid paid(int cups, long amount) {
        return new Paid(EUR, 1, List.of(new Paid.Line("CUP", cups, new Part(amount, 0))), Part.NOTHING);
    }

    private static RefundLedger ledger(Paid paid, List<Share> shares) {
        var ledger = RefundLedger.of(paid);
        for (var share : shares) {
            ledger = ledger.with(share);
        }
        return ledger;
    }

    /** Some units or some money, where there is any; whatever is refused changes nothing. */
    private static Optional<Share> refund(RefundLedger ledger, Paid paid, Random chance) {
        try {
            if (chance.nextInt(3) == 0) {
                var steps = ledger.left() / paid.step();
                return Optional.of(ledger.ofAmount(paid.step() * (1 + chance.nextLong(Math.max(1, steps)))));
            }
            var line = paid.lines().get(chance.nextInt(paid.lines().size()));
            var shipping = switch (chance.nextInt(3)) {
                case 0 -> ShippingBack.NONE;
                case 1 -> ShippingBack.ALL;
                default -> ShippingBack.PROPORTIONATE;
            };
            return Optional.of(ledger.ofUnits(Map.of(line.sku(), 1 + chance.nextInt(line.quantity())), shipping));
        } catch (OrderRefusal e) {
            return Optional.empty();
        }
    }
}
