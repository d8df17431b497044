package com.ecom.order.model.totals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AllocationTests {

    @Test
    void whatIsLeftOverGoesToTheLargestRemaindersAndOfEqualOnesToTheFirst() {
        assertThat(Allocation.of(100, new long[] {1, 1, 1}, 1)).containsExactly(34, 33, 33);
        assertThat(Allocation.of(5, new long[] {1, 2, 0, 1}, 1)).containsExactly(1, 3, 0, 1);
        assertThat(Allocation.of(100, new long[] {1, 1, 1}, 10)).containsExactly(40, 30, 30);
    }

    @Test
    void nothingIsSharedByAnybody() {
        assertThat(Allocation.of(0, new long[] {0, 0}, 1)).containsExactly(0, 0);
        assertThatThrownBy(() -> Allocation.of(1, new long[] {0, 0}, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Allocation.of(5, new long[] {1}, 10)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sharesSumExactlyAndDifferFromTheFractionByLessThanAStep() {
        var chance = new Random(31);
        for (int round = 0; round < 20_000; round++) {
            var most = round % 2 == 0 ? 50 : 1_000_000_000_000L;
            var weights = chance.longs(1 + chance.nextInt(9), 0, most).toArray();
            var all = Arrays.stream(weights).sum();
            if (all > 0) {
                var step = round % 3 == 0 ? 10 : 1;
                var amount = chance.nextLong(all + 1) / step * step;
                check(amount, weights, all, step);
            }
        }
    }

    private static void check(long amount, long[] weights, long all, long step) {
        var shares = Allocation.of(amount, weights, step);

        assertThat(Arrays.stream(shares).sum()).isEqualTo(amount);
        for (int i = 0; i < shares.length; i++) {
            var difference = BigInteger.valueOf(shares[i])
                    .multiply(BigInteger.valueOf(all))
                    .subtract(BigInteger.valueOf(amount).multiply(BigInteger.valueOf(weights[i])))
                    .abs();
            assertThat(difference).isLessThan(BigInteger.valueOf(all).multiply(BigInteger.valueOf(step)));
            assertThat(step > 1 || shares[i] <= weights[i]).isTrue();
            assertThat(weights[i] > 0 || shares[i] == 0).isTrue();
        }
    }
}
