package com.ecom.product.model;

import static com.ecom.product.model.ProductFixtures.mugsAt;
import static com.ecom.product.model.ProductFixtures.mugsOnSale;
import static com.ecom.product.model.ProductFixtures.mugsPublished;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.product.model.HistoryEntry.FieldChange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DifferencesTests {

    private final Content mugs = mugsAt(1_499, 1_499);

    @Test
    void whatStayedIsNotTold() {
        assertThat(Differences.between(mugs, mugs)).isEmpty();
    }

    @Test
    void aPriceIsToldByItsSku() {
        assertThat(Differences.between(mugs, mugsAt(1_299, 1_499)))
                .containsExactly(
                        new FieldChange("variants.MUG-01", "1499 USD {colour=MUG-01}", "1299 USD {colour=MUG-01}"));
        assertThat(Differences.between(mugs, mugsOnSale(1_499, 999)))
                .singleElement()
                .satisfies(it -> assertThat(it.after())
                        .startsWith("1499 USD, 999 USD from 2026-01-12T12:00:00Z until 2026-01-13T12:00:00Z"));
    }

    @Test
    void whatCameAndWhatWentHasOneSideOnly() {
        assertThat(Differences.between(mugs, mugsPublished()))
                .containsExactly(
                        new FieldChange("publishFrom", null, "2026-01-12T12:00:00Z"),
                        new FieldChange("publishUntil", null, "2026-01-13T12:00:00Z"));
        assertThat(Differences.between(mugs, with("Holds 300 ml.", Map.of())))
                .containsExactly(new FieldChange("attributes.volume_ml", "300", null));
    }

    @Test
    void whatIsLongIsToldByItsBeginning() {
        var change = Differences.between(mugs, with("\ud83d\ude00".repeat(500), mugs.attributes()))
                .getFirst();

        assertThat(change.field()).isEqualTo("description");
        assertThat(change.after()).isEqualTo("\ud83d\ude00".repeat(99) + "…");
    }

    @Test
    void whatChangesEverythingIsToldInPart() {
        var many = new LinkedHashMap<String, Object>();
        for (int i = 0; i < 200; i++) {
            many.put("a" + i, i);
        }

        assertThat(Differences.between(mugs, with("Holds 300 ml.", many))).hasSize(Differences.MOST);
    }

    private Content with(String description, Map<String, Object> attributes) {
        return new Content(
                mugs.slug(),
                mugs.name(),
                description,
                mugs.brand(),
                mugs.category(),
                mugs.type(),
                mugs.active(),
                mugs.published(),
                mugs.imageUrls(),
                List.of(),
                attributes,
                mugs.variants());
    }
}
