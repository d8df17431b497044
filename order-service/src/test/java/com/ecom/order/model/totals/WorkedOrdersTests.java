package com.ecom.order.model.totals;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.order.model.totals.WorkedOrders.Worked;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

class WorkedOrdersTests {

    private static final JsonNodeFactory JSON = JsonMapper.shared().getNodeFactory();

    static Stream<Worked> worked() {
        return WorkedOrders.all();
    }

    @ParameterizedTest
    @MethodSource("worked")
    void costsWhatWasComputedApartToTheLastMinorUnit(Worked it) {
        var bill = Calculator.billFor(it.basket());

        assertThat(written(bill)).isEqualTo(it.expected().path("bill"));
    }

    @ParameterizedTest
    @MethodSource("worked")
    void currenciesHaveAsManyDecimalsAsWereReckonedWith(Worked it) {
        assertThat(it.basket().market().currency().getDefaultFractionDigits())
                .isEqualTo(it.expected().path("decimals").asInt());
    }

    @Test
    void thereAreFortySixOfThem() {
        assertThat(WorkedOrders.all()).hasSize(46);
    }

    /** The bill in the words of the file. */
    private static JsonNode written(Bill bill) {
        var all = JSON.objectNode();
        var lines = all.putObject("lines");
        bill.lines().forEach(it -> {
            var line = lines.putArray(it.sku());
            numbers(line, it.subtotal(), it.itemDiscount(), it.orderDiscount(), it.amount(), it.tax(), it.paid());
        });
        var discounts = all.putArray("discounts");
        bill.discounts().forEach(it -> {
            var discount = discounts.addObject();
            discount.put("id", it.promotionId());
            number(discount, "amount", it.amount());
            numbers(
                    discount.putArray("byLine"),
                    it.byLine().stream().mapToLong(share -> share).toArray());
        });
        var shipping = bill.shipping();
        numbers(
                all.putArray("shipping"),
                shipping.price(),
                shipping.discount(),
                shipping.amount(),
                shipping.tax(),
                shipping.paid());
        var taxes = all.putArray("taxes");
        bill.taxes().forEach(it -> {
            var tax = taxes.addObject();
            number(tax, "ppm", it.rate().ppm());
            number(tax, "base", it.base());
            number(tax, "tax", it.tax());
            if (it.exemption() != null) {
                tax.put("exempt", it.exemption().name());
            }
            if (!it.parts().isEmpty()) {
                var parts = tax.putObject("authorities");
                it.parts().forEach(part -> number(parts, part.name(), part.tax()));
            }
        });
        var totals = bill.totals();
        numbers(
                all.putArray("totals"),
                totals.subtotal(),
                totals.discount(),
                totals.merchandise(),
                totals.shipping(),
                totals.tax(),
                totals.total());
        var notApplied = all.putObject("notApplied");
        bill.notApplied()
                .forEach(it -> notApplied.put(it.promotionId(), it.reason().name()));
        return all;
    }

    /** As a reader of JSON sees numbers. */
    private static void number(tools.jackson.databind.node.ObjectNode node, String name, long value) {
        node.put(name, Math.toIntExact(value));
    }

    private static void numbers(tools.jackson.databind.node.ArrayNode node, long... values) {
        for (var value : values) {
            node.add(Math.toIntExact(value));
        }
    }
}
