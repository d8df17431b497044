package com.ecom.order.model.rates;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.order.model.rates.TaxTable.Row;
import com.ecom.order.model.totals.TaxRate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TaxTableTests {

    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant NEW_YEAR = Instant.parse("2027-01-01T00:00:00Z");
    private static final Place BERLIN = new Place("DE", "", "10115");
    private static final Place NEW_YORK = new Place("US", "NY", "10001");

    @Test
    void theNarrowestAreaDecides() {
        var table = new TaxTable(List.of(
                row("standard", new Area("US", "", ""), 0),
                row("standard", new Area("US", "NY", ""), 40_000),
                row("standard", new Area("US", "NY", "100"), 88_750),
                row("standard", new Area("US", "CA", ""), 72_500)));

        assertThat(table.ratesAt(NEW_YORK, LONG_AGO).byCategory()).isEqualTo(Map.of("standard", rate(88_750)));
        assertThat(table.ratesAt(new Place("US", "NY", "12207"), LONG_AGO).byCategory())
                .isEqualTo(Map.of("standard", rate(40_000)));
        assertThat(table.ratesAt(new Place("US", "TX", ""), LONG_AGO).byCategory())
                .isEqualTo(Map.of("standard", rate(0)));
    }

    @Test
    void aRateIsValidFromItsFirstInstantUntilShortlyBeforeItsEnd() {
        var table = new TaxTable(List.of(
                new Row("standard", Area.country("DE"), rate(190_000), LONG_AGO, NEW_YEAR),
                new Row("standard", Area.country("DE"), rate(200_000), NEW_YEAR, null)));

        assertThat(table.ratesAt(BERLIN, NEW_YEAR.minusMillis(1)).byCategory())
                .isEqualTo(Map.of("standard", rate(190_000)));
        assertThat(table.ratesAt(BERLIN, NEW_YEAR).byCategory()).isEqualTo(Map.of("standard", rate(200_000)));
    }

    @Test
    void whatNobodyHasSaidIsNotTaxedWithNothing() {
        var rates = new TaxTable(List.of(row("standard", Area.country("DE"), 190_000))).ratesAt(NEW_YORK, LONG_AGO);

        assertThat(rates.byCategory()).isEmpty();
        assertThat(rates.otherwise()).isNull();
    }

    private static Row row(String category, Area area, int ppm) {
        return new Row(category, area, rate(ppm), LONG_AGO, null);
    }

    private static TaxRate rate(int ppm) {
        return new TaxRate(ppm, "", List.of());
    }
}
