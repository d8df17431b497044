package com.ecom.order.baskets;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.ecom.core.money.Money;
import com.ecom.order.model.OrderLine;
import com.ecom.order.model.OrderRefusal.TotalTooLarge;
import com.ecom.order.model.OrderRefusal.TotalTooSmall;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PricingTests {

    private static final OrderLine DEAR =
            new OrderLine("SKU", "P", "Palace", 100, Money.of(9_007_199_254_740_991L, "USD"));

    @Test
    void aSumThatDoesNotFitIsARefusalOfThatOrderAlone() {
        var pricing = with(null);

        assertThatExceptionOfType(TotalTooLarge.class)
                .isThrownBy(() -> pricing.accept(Collections.nCopies(50, DEAR), null, true));
    }

    @Test
    void theLeastThatIsTakenIsASetting() {
        var lines = Collections.singletonList(new OrderLine("SKU", "P", "Pin", 1, Money.of(60, "USD")));

        assertThatNoException().isThrownBy(() -> with(null).accept(lines, null, true));
        assertThatExceptionOfType(TotalTooSmall.class)
                .isThrownBy(() -> with(Map.of("USD", 100L)).accept(lines, null, true));
    }

    private static Pricing with(@Nullable Map<String, Long> minimums) {
        return new Pricing(_ -> Map.of(), new OrderLimits(100, 50, 500, minimums));
    }
}
