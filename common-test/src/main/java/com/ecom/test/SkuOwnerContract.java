package com.ecom.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What holds of a copy of what the catalogue sells, wherever one is kept, when a SKU moves from product to product. */
@ServiceTest
public abstract class SkuOwnerContract {

    private final String table;
    private final String sku = "Sku-" + UUID.randomUUID().toString().substring(0, 8);
    private final String before = UUID.randomUUID().toString();
    private final String after = UUID.randomUUID().toString();

    @Autowired
    private TestBroker broker;

    @Autowired
    private JdbcClient jdbc;

    protected SkuOwnerContract(String table) {
        this.table = table;
    }

    /** The product that sells the SKU, by the copy. */
    protected abstract String sellerOf(String sku);

    /** What the two owners of a SKU say, in every order in which a consumer may hear it. */
    public static Stream<List<Step>> orders() {
        return Stream.of(
                List.of(Step.HAD, Step.DROPPED, Step.TAKEN),
                List.of(Step.HAD, Step.TAKEN, Step.DROPPED),
                List.of(Step.DROPPED, Step.HAD, Step.TAKEN),
                List.of(Step.DROPPED, Step.TAKEN, Step.HAD),
                List.of(Step.TAKEN, Step.HAD, Step.DROPPED),
                List.of(Step.TAKEN, Step.DROPPED, Step.HAD));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void aSkuThatMovesIsSoldByItsNewOwnerWhateverTheOrderOfTheEvents(List<Step> steps) {
        steps.forEach(this::hear);
        assertThat(sellerOf(sku)).isEqualTo(after);
    }

    @Test
    void aSkuThatIsGivenBackIsSoldByItsFirstOwnerAgain() {
        Stream.of(Step.HAD, Step.DROPPED, Step.TAKEN).forEach(this::hear);
        upserted(after, 2, sku + "-other", "2026-01-17T00:00:00Z");
        upserted(before, 10, sku, "2026-01-18T00:00:00Z");
        assertThat(sellerOf(sku)).isEqualTo(before);
    }

    @Test
    void skusThatDifferInCaseAreNotTheSame() {
        upserted(before, 1, sku, "2026-01-15T00:00:00Z");
        upserted(after, 1, sku.toUpperCase(Locale.ROOT), "2026-01-16T00:00:00Z");
        assertThat(sellerOf(sku)).isEqualTo(before);
    }

    private void hear(Step step) {
        switch (step) {
            case HAD -> upserted(before, 8, sku, "2026-01-15T00:00:00Z");
            case DROPPED -> upserted(before, 9, sku + "-left", "2026-01-16T00:00:00Z");
            case TAKEN -> upserted(after, 1, sku, "2026-01-17T00:00:00Z");
        }
    }

    /** Returns when the service has heard it. */
    private void upserted(String product, long version, String variant, String at) {
        broker.send(
                ProductEvents.TOPIC,
                product,
                ProductEvents.UPSERTED,
                ProductEvents.upserted(
                        product, version, ProductEvents.variant(variant, 1_499, "USD"), Map.of("updatedAt", at)));
        await().until(() -> jdbc.sql("select count(*) from %s where sku = ? and product_id = ?".formatted(table))
                        .params(variant, product)
                        .query(Long.class)
                        .single()
                == 1);
    }

    public enum Step {
        HAD,
        DROPPED,
        TAKEN
    }
}
