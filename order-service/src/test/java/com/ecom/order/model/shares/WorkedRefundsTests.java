package com.ecom.order.model.shares;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.ecom.order.model.OrderRefusal;
import com.ecom.order.model.shares.Paid.Part;
import com.ecom.order.model.shares.Share.ShippingBack;
import com.ecom.order.model.totals.Calculator;
import com.ecom.order.model.totals.WorkedOrders;
import com.ecom.order.model.totals.WorkedOrders.Worked;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class WorkedRefundsTests {

    private static final Map<String, Class<? extends OrderRefusal>> REFUSALS = Map.of(
            "NOTHING_TO_REFUND", OrderRefusal.NothingToRefund.class,
            "NOT_THAT_MANY_SOLD", OrderRefusal.NotThatManySold.class,
            "MORE_THAN_IS_LEFT", OrderRefusal.MoreThanIsLeft.class);

    static Stream<Worked> worked() {
        return WorkedOrders.all().filter(it -> it.expected().has("refunds"));
    }

    @Test
    void thereAreThirtyTwoOfThem() {
        assertThat(worked().mapToInt(it -> it.expected().path("refunds").size()).sum())
                .isEqualTo(32);
    }

    /** One after the other, of the same order. */
    @ParameterizedTest
    @MethodSource("worked")
    void givesBackWhatWasComputedApartToTheLastMinorUnit(Worked it) {
        var ledger = RefundLedger.of(Paid.of(Calculator.billFor(it.basket())));
        for (var refund : it.expected().path("refunds")) {
            if (refund.has("refused")) {
                var before = ledger;
                assertThatExceptionOfType(REFUSALS.get(refund.path("refused").asString()))
                        .isThrownBy(() -> refund(before, refund));
            } else {
                var share = refund(ledger, refund);
                assertGives(share, refund.path("gives"));
                ledger = ledger.with(share);
            }
            if (refund.has("left")) {
                assertThat(ledger.left()).isEqualTo(refund.path("left").asLong());
            }
        }
    }

    private static Share refund(RefundLedger ledger, JsonNode wanted) {
        return wanted.has("amount")
                ? ledger.ofAmount(wanted.path("amount").asLong())
                : ledger.ofUnits(
                        wanted.path("units")
                                .propertyStream()
                                .collect(toMap(
                                        Map.Entry::getKey, it -> it.getValue().asInt())),
                        ShippingBack.valueOf(wanted.path("shipping").asString("NONE")));
    }

    private static void assertGives(Share share, JsonNode expected) {
        assertThat(share.amount()).isEqualTo(expected.path("amount").asLong());
        assertThat(share.tax()).isEqualTo(expected.path("tax").asLong());
        assertThat(amounts(share.shipping())).isEqualTo(numbers(expected.path("shipping")));
        assertThat(share.lines().stream().collect(toMap(Share.Line::sku, it -> amounts(it.part()))))
                .isEqualTo(expected.path("lines")
                        .propertyStream()
                        .collect(toMap(Map.Entry::getKey, it -> numbers(it.getValue()))));
    }

    /** Amount, net of tax, and tax. */
    private static List<Long> amounts(Part part) {
        return List.of(part.amount(), part.amount() - part.tax(), part.tax());
    }

    private static List<Long> numbers(JsonNode array) {
        return array.valueStream().map(JsonNode::asLong).toList();
    }
}
