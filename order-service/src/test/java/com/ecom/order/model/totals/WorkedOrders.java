package com.ecom.order.model.totals;

import com.ecom.order.model.totals.Effect.AmountOffEach;
import com.ecom.order.model.totals.Effect.AmountOffOrder;
import com.ecom.order.model.totals.Effect.BundlePrice;
import com.ecom.order.model.totals.Effect.BuyXGetY;
import com.ecom.order.model.totals.Effect.FreeShipping;
import com.ecom.order.model.totals.Effect.PercentOffItems;
import com.ecom.order.model.totals.Effect.PercentOffOrder;
import com.ecom.order.model.totals.Market.PriceMode;
import com.ecom.order.model.totals.Shipping.TaxPolicy;
import com.ecom.order.model.totals.Shipping.Threshold;
import com.ecom.order.model.totals.Shopper.Exemption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Orders that two scripts, written apart, computed alike: every amount on their bills, and what of them went back later. */
public final class WorkedOrders {

    private WorkedOrders() {}

    /** @param expected the file's own words for the bill and the refunds */
    public record Worked(String name, Basket basket, JsonNode expected) {
        @Override
        public String toString() {
            return name;
        }
    }

    public static Stream<Worked> all() {
        try (var file = WorkedOrders.class.getResourceAsStream("/totals/worked-orders.json")) {
            return JsonMapper.shared()
                    .readTree(file)
                    .valueStream()
                    .map(it -> new Worked(it.path("name").asString(), basket(it), it));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Basket basket(JsonNode it) {
        return new Basket(
                new Market(
                        Currency.getInstance(it.path("money").asString()),
                        it.path("taxIs").asString().equals("inside") ? PriceMode.GROSS : PriceMode.NET,
                        it.path("step").asLong(1),
                        Rounding.valueOf(it.path("taxRounding").asString("HALF_UP"))),
                it.path("basket").valueStream().map(WorkedOrders::line).toList(),
                it.path("promotions").valueStream().map(WorkedOrders::promotion).toList(),
                it.has("shipping") ? shipping(it.path("shipping")) : null,
                rates(it),
                new Shopper(
                        false,
                        false,
                        Set.of(),
                        "DE",
                        it.has("exempt") ? Exemption.valueOf(it.path("exempt").asString()) : null),
                Instant.EPOCH);
    }

    private static BasketLine line(JsonNode it) {
        var sku = it.path("sku").asString();
        return new BasketLine(
                sku,
                "product of " + sku,
                Set.of(),
                it.path("units").asInt(),
                it.path("each").asLong(),
                it.path("tax").asString(),
                it.path("reduced").asBoolean(false),
                it.path("digital").asBoolean(false),
                null);
    }

    private static TaxRates rates(JsonNode it) {
        var rates = new HashMap<String, TaxRate>();
        it.path("rates").propertyStream().forEach(rate -> {
            var ppm = rate.getValue().asInt();
            var parts = it.path("authorities")
                    .path(Integer.toString(ppm))
                    .propertyStream()
                    .map(part -> new TaxRate.Part(part.getKey(), part.getValue().asInt()))
                    .toList();
            rates.put(rate.getKey(), new TaxRate(ppm, "", parts));
        });
        return new TaxRates(rates, null);
    }

    private static Shipping shipping(JsonNode it) {
        return new Shipping(
                "parcel",
                new Tariff.Flat(it.path("price").asLong()),
                it.has("freeFrom") ? it.path("freeFrom").asLong() : null,
                Threshold.valueOf(it.path("threshold").asString("AFTER_DISCOUNTS")),
                TaxPolicy.valueOf(it.path("taxPolicy").asString("PROPORTIONAL")),
                it.has("tax") ? it.path("tax").asString() : null);
    }

    private static Promotion promotion(JsonNode it) {
        return new Promotion(
                it.path("id").asString(),
                effect(it),
                it.has("from")
                        ? List.of(new Condition.MinimumAmount(it.path("from").asLong(), Filter.EVERYTHING))
                        : List.of(),
                it.path("priority").asInt(0),
                it.path("exclusive").asBoolean(false),
                it.has("group") ? it.path("group").asString() : null,
                it.path("byCode").asBoolean(false));
    }

    private static Effect effect(JsonNode it) {
        var basisPoints = it.path("basisPoints").asInt(0);
        var amount = it.path("amount").asLong(0);
        return switch (it.path("kind").asString()) {
            case "PERCENT_OFF_ITEMS" -> new PercentOffItems(basisPoints, filter(it.path("of")));
            case "AMOUNT_OFF_EACH" -> new AmountOffEach(amount, filter(it.path("of")));
            case "BUY_X_GET_Y" ->
                new BuyXGetY(
                        it.path("buy").asInt(),
                        it.path("get").asInt(),
                        basisPoints,
                        filter(it.path("of")),
                        it.has("reward") ? filter(it.path("reward")) : null,
                        Integer.MAX_VALUE);
            case "BUNDLE_PRICE" ->
                new BundlePrice(it.path("count").asInt(), it.path("price").asLong(), filter(it.path("of")));
            case "PERCENT_OFF_ORDER" -> new PercentOffOrder(basisPoints);
            case "AMOUNT_OFF_ORDER" -> new AmountOffOrder(amount);
            case "FREE_SHIPPING" -> new FreeShipping();
            default -> throw new IllegalArgumentException("No effect: " + it);
        };
    }

    private static Filter filter(JsonNode it) {
        var skus = new HashSet<String>();
        it.path("skus").valueStream().forEach(sku -> skus.add(sku.asString()));
        return new Filter(skus, Set.of(), Set.of(), it.path("notReduced").asBoolean(false));
    }
}
