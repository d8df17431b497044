package com.ecom.search.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.core.money.Money;
import com.ecom.core.money.Sale;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProductEntryTests {

    private static final Instant MONDAY = Instant.parse("2026-01-12T09:00:00Z");

    static final ProductEntry NOTHING = ProductEntry.unknown("p-1");

    @Test
    void isNotForSaleBeforeTheCatalogueHasSpoken() {
        assertThat(NOTHING.with(new Rating(5, 1, 1)).active()).isFalse();
    }

    @Test
    void aNewVersionKeepsTheStockAndTheRating() {
        var mug = NOTHING.with(mug(1, "A", "B"))
                .withStock(List.of(new SkuStock("A", StockLevel.LOW, 7)))
                .with(new Rating(4.5, 2, 2));

        var revised = mug.with(mug(2, "A", "C"));

        assertThat(revised.stock())
                .containsExactly(new SkuStock("A", StockLevel.LOW, 7), new SkuStock("C", StockLevel.OUT_OF_STOCK, -1));
        assertThat(revised.inStock()).isTrue();
        assertThat(revised.rating()).isEqualTo(new Rating(4.5, 2, 2));
    }

    @Test
    void isOutOfStockWhenTheLastSkuIs() {
        var mug = NOTHING.with(mug(1, "A", "B"))
                .withStock(
                        List.of(new SkuStock("A", StockLevel.IN_STOCK, 1), new SkuStock("B", StockLevel.IN_STOCK, 1)));

        var half = mug.withStock(List.of(new SkuStock("A", StockLevel.OUT_OF_STOCK, 2)));
        var none = half.withStock(List.of(new SkuStock("B", StockLevel.OUT_OF_STOCK, 2)));

        assertThat(half.inStock()).isTrue();
        assertThat(none.inStock()).isFalse();
    }

    @Test
    void staysDeletedWhateverComesLate() {
        var gone = NOTHING.with(mug(1, "A")).deleted(3);

        assertThat(gone.with(mug(2, "A"))).isEqualTo(gone);
        assertThat(gone.active()).isFalse();
        assertThat(gone.with(mug(4, "A")).active()).isTrue();
    }

    @Test
    void theSameVersionOnceMoreBringsWhatAnOlderReleaseDidNotKeep() {
        var mug = NOTHING.with(mug(1, "A"))
                .withStock(List.of(new SkuStock("A", StockLevel.LOW, 7)))
                .with(new Rating(4.5, 2, 2));
        var variant = new SoldVariant("A", Map.of("colour", "red"), Money.of(100, "USD"), null);
        var again = mug(1, List.of(variant), "A");

        var complete = mug.with(again);

        assertThat(mug.variants()).isEmpty();
        assertThat(complete.variants()).containsExactly(variant);
        assertThat(complete.stock()).isEqualTo(mug.stock());
        assertThat(complete.rating()).isEqualTo(mug.rating());
        assertThat(complete.with(again)).isEqualTo(complete);
    }

    @Test
    void costsWhatItsCheapestVariantDoesThen() {
        var sale = new Sale(80, MONDAY, MONDAY.plusSeconds(60));
        var mug = mug(
                1,
                List.of(
                        new SoldVariant("A", Map.of(), Money.of(120, "USD"), sale),
                        new SoldVariant("B", Map.of(), Money.of(100, "USD"), null)),
                "A",
                "B");

        var before = mug.pricedAt(MONDAY.minusMillis(1));
        var during = mug.pricedAt(MONDAY);
        var after = mug.pricedAt(MONDAY.plusSeconds(60));

        assertThat(before.price()).isEqualTo(Money.of(100, "USD"));
        assertThat(before.listPrice()).isNull();
        assertThat(before.repriceAt()).isEqualTo(MONDAY);
        assertThat(during.price()).isEqualTo(Money.of(80, "USD"));
        assertThat(during.listPrice()).isEqualTo(Money.of(120, "USD"));
        assertThat(during.repriceAt()).isEqualTo(MONDAY.plusSeconds(60));
        assertThat(after.price()).isEqualTo(Money.of(100, "USD"));
        assertThat(after.repriceAt()).isNull();
    }

    @Test
    void isShownWhileItsPublicationLasts() {
        var unknown = ProductEntry.unknown("p-1");
        var variant = new SoldVariant("A", Map.of(), Money.of(100, "USD"), null);
        var mug = unknown.with(mug(1, new Publication(MONDAY, MONDAY.plusSeconds(60)), List.of(variant), "A"));

        assertThat(mug.pricedAt(MONDAY.minusMillis(1)).active()).isFalse();
        assertThat(mug.pricedAt(MONDAY.minusMillis(1)).repriceAt()).isEqualTo(MONDAY);
        assertThat(mug.pricedAt(MONDAY).active()).isTrue();
        assertThat(mug.pricedAt(MONDAY).repriceAt()).isEqualTo(MONDAY.plusSeconds(60));
        assertThat(mug.pricedAt(MONDAY.plusSeconds(60)).active()).isFalse();
        assertThat(mug.pricedAt(MONDAY).deleted(2).pricedAt(MONDAY).active()).isFalse();
    }

    @Test
    void whatAnOlderVersionKeptWithoutVariantsKeepsItsPrice() {
        assertThat(mug(1, "A").pricedAt(MONDAY)).isEqualTo(mug(1, "A"));
    }

    static LongStream seeds() {
        return LongStream.range(0, 50);
    }

    /** A stock event that arrives before its product waits with the SKU, so it is applied after the product here. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anyOrderAndAnyRepetitionEndsInTheSame(long seed) {
        List<UnaryOperator<ProductEntry>> news = new ArrayList<>(List.of(
                it -> it.with(mug(1, "A")),
                it -> it.with(mug(2, "A")),
                it -> it.with(mug(3, "A")),
                it -> it.with(new Rating(1, 1, 1)),
                it -> it.with(new Rating(3, 2, 2))));
        news.addAll(List.copyOf(news));
        Collections.shuffle(news, new Random(seed));

        var entry = NOTHING;
        for (var each : news) {
            entry = each.apply(entry);
        }

        assertThat(entry).isEqualTo(NOTHING.with(mug(3, "A")).with(new Rating(3, 2, 2)));
    }

    private static ProductEntry mug(long version, String... skus) {
        return mug(version, List.of(), skus);
    }

    private static ProductEntry mug(long version, List<SoldVariant> variants, String... skus) {
        return mug(version, null, variants, skus);
    }

    private static ProductEntry mug(
            long version, @Nullable Publication publication, List<SoldVariant> variants, String... skus) {
        var stock = new ArrayList<SkuStock>();
        for (var sku : skus) {
            stock.add(new SkuStock(sku, StockLevel.OUT_OF_STOCK, -1));
        }
        return new ProductEntry(
                "p-1",
                version,
                true,
                publication,
                "mug",
                "Mug " + version,
                null,
                null,
                null,
                "mug",
                "mug",
                "",
                List.of(),
                List.of(),
                List.of(),
                Money.of(100, "USD"),
                null,
                null,
                null,
                variants,
                stock,
                stock.stream().anyMatch(it -> it.level() != StockLevel.OUT_OF_STOCK),
                null,
                Instant.parse("2026-01-12T09:00:00Z"));
    }
}
