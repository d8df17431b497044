package com.ecom.order.model.totals;

import com.ecom.order.model.totals.Market.PriceMode;
import com.ecom.order.model.totals.Shipping.TaxPolicy;
import com.ecom.order.model.totals.Shipping.Threshold;
import com.ecom.order.model.totals.Shopper.Exemption;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Baskets of every kind, the same for the same seed: small and large, of nothing and of millions, whatever is on offer. */
public final class RandomBaskets {

    static final Instant NOW = Instant.parse("2026-12-24T12:00:00Z");
    private static final List<String> CURRENCIES = List.of("JPY", "EUR", "USD", "CHF", "KWD");
    private static final List<String> CATEGORIES = List.of("standard", "reduced", "zero");

    private final Random chance;
    private final long step;
    private final long dear;

    private RandomBaskets(long seed) {
        this.chance = new Random(seed);
        this.step = oneIn(4) ? 10 : 1;
        this.dear = oneIn(50) ? 1_000_000_000L : 500;
    }

    public static Basket basket(long seed) {
        return new RandomBaskets(seed).basket();
    }

    private Basket basket() {
        var market = new Market(
                Currency.getInstance(any(CURRENCIES)),
                oneIn(2) ? PriceMode.NET : PriceMode.GROSS,
                step,
                oneIn(4) ? Rounding.DOWN : Rounding.HALF_UP);
        var lines = IntStream.range(0, 1 + chance.nextInt(oneIn(10) ? 12 : 4))
                .mapToObj(this::line)
                .toList();
        var promotions =
                IntStream.range(0, chance.nextInt(6)).mapToObj(this::promotion).toList();
        var shopper = new Shopper(
                oneIn(2), oneIn(3), oneIn(3) ? Set.of("club") : Set.of(), any(List.of("DE", "CH")), exemption());
        return new Basket(market, lines, promotions, shipping(), rates(), shopper, NOW);
    }

    private BasketLine line(int number) {
        return new BasketLine(
                "SKU-" + (char) ('A' + number),
                "P" + number / 2,
                oneIn(2) ? Set.of("tea") : Set.of("cups", "gifts"),
                1 + chance.nextInt(oneIn(5) ? 100 : 4),
                oneIn(12) ? 0 : amount(),
                any(CATEGORIES),
                oneIn(4),
                oneIn(6),
                oneIn(3) ? null : chance.nextInt(3_000));
    }

    private TaxRates rates() {
        var standard = any(List.of(190_000, 88_750, 81_000, 200_000));
        var parts = standard == 88_750
                ? List.of(
                        new TaxRate.Part("state", 40_000),
                        new TaxRate.Part("city", 45_000),
                        new TaxRate.Part("district", 3_750))
                : List.<TaxRate.Part>of();
        return new TaxRates(
                Map.of(
                        "standard", new TaxRate(standard, "S", parts),
                        "reduced", new TaxRate(any(List.of(70_000, 26_000, 80_000)), "R", List.of()),
                        "zero", TaxRate.NONE),
                null);
    }

    private @Nullable Exemption exemption() {
        return oneIn(8) ? any(List.of(Exemption.values())) : null;
    }

    private @Nullable Shipping shipping() {
        if (oneIn(4)) {
            return null;
        }
        Tariff tariff = oneIn(2)
                ? new Tariff.Flat(amount())
                : new Tariff.Tiered(
                        any(List.of(Tariff.Measure.TOTAL, Tariff.Measure.ITEMS)),
                        List.of(new Tariff.Tier(0, amount()), new Tariff.Tier(7, amount()), new Tariff.Tier(900, 0)));
        return new Shipping(
                any(List.of("post", "courier")),
                tariff,
                oneIn(2) ? amount() * 3 : null,
                any(List.of(Threshold.values())),
                any(List.of(TaxPolicy.values())),
                any(CATEGORIES));
    }

    private Promotion promotion(int number) {
        return new Promotion(
                "promotion-" + number,
                effect(),
                IntStream.range(0, chance.nextInt(3)).mapToObj(_ -> condition()).toList(),
                chance.nextInt(3),
                oneIn(5),
                oneIn(3) ? any(List.of("spring", "autumn")) : null,
                oneIn(2));
    }

    private Effect effect() {
        return switch (chance.nextInt(8)) {
            case 0 -> new Effect.PercentOffItems(percentage(), filter());
            case 1 -> new Effect.AmountOffEach(amount(), filter());
            case 2 ->
                new Effect.BuyXGetY(
                        1 + chance.nextInt(3),
                        1 + chance.nextInt(2),
                        percentage(),
                        filter(),
                        oneIn(2) ? filter() : null,
                        oneIn(3) ? 1 : Integer.MAX_VALUE);
            case 3 -> new Effect.BundlePrice(1 + chance.nextInt(4), amount(), filter());
            case 4 -> new Effect.PercentOffOrder(percentage());
            case 5 -> new Effect.AmountOffOrder(amount());
            case 6 -> new Effect.FreeShipping();
            default -> new Effect.PercentOffShipping(percentage());
        };
    }

    private Condition condition() {
        return switch (chance.nextInt(8)) {
            case 0 -> new Condition.MinimumAmount(amount(), filter());
            case 1 -> new Condition.MinimumQuantity(chance.nextInt(6), filter());
            case 2 -> new Condition.HasAccount();
            case 3 -> new Condition.FirstOrder();
            case 4 -> new Condition.CustomerGroup(Set.of("club"));
            case 5 -> new Condition.ShipsTo(Set.of("DE"));
            case 6 -> new Condition.ShippedBy(Set.of("post"));
            default ->
                new Condition.During(NOW.minusSeconds(oneIn(2) ? 60 : -60), oneIn(2) ? null : NOW.plusSeconds(90));
        };
    }

    private Filter filter() {
        return switch (chance.nextInt(4)) {
            case 0 -> Filter.skus("SKU-A", "SKU-C");
            case 1 -> new Filter(Set.of(), Set.of("P0"), Set.of(), oneIn(2));
            case 2 -> new Filter(Set.of(), Set.of(), Set.of("tea"), false);
            default -> Filter.EVERYTHING;
        };
    }

    private int percentage() {
        return oneIn(6) ? 10_000 : chance.nextInt(10_001);
    }

    private long amount() {
        return step * chance.nextLong(dear);
    }

    private boolean oneIn(int many) {
        return chance.nextInt(many) == 0;
    }

    private <T> T any(List<T> all) {
        return all.get(chance.nextInt(all.size()));
    }
}
