package com.ecom.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsDocumentTests {

    private static final String CALLS = """
            # HELP ecom_calls_total Calls that were made
            # TYPE ecom_calls_total counter
            ecom_calls_total{group="t1.cart",outcome="good"} 0.0
            """;
    private static final String BAD_CALLS = "ecom_calls_total{group=\"t1.cart\",outcome=\"bad\"} 0.0\n";
    private static final String TIME = """
            # HELP ecom_time_seconds_max How long it took
            # TYPE ecom_time_seconds_max gauge
            ecom_time_seconds_max 0.0
            # HELP ecom_time_seconds How long it took
            # TYPE ecom_time_seconds histogram
            ecom_time_seconds_bucket{le="+Inf"} 0
            ecom_time_seconds_count 0
            ecom_time_seconds_sum 0.0
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void written() {
        document("cart-service", true).mustEqual(families(CALLS + BAD_CALLS + TIME));
        document("order-service", true).mustEqual(families(TIME));
    }

    @Test
    void metricsThatAreAsWrittenPass() {
        assertThatCode(() -> compare(CALLS + BAD_CALLS + TIME)).doesNotThrowAnyException();
    }

    @Test
    void aValueThatIsMissingAtStartFails() {
        assertThatThrownBy(() -> compare(CALLS + TIME)).hasMessageContaining("-Dcontracts.update=true");
    }

    @Test
    void aMetricThatIsNotWrittenOrNoLongerThereFails() {
        assertThatThrownBy(() -> compare(CALLS + BAD_CALLS)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> document("order-service", false).mustEqual(families(CALLS + TIME)))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void anotherMeaningFails() {
        assertThatThrownBy(() -> compare((CALLS + BAD_CALLS + TIME).replace("Calls that", "Calls which")))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void theSeriesOfAHistogramAreOneMetricAndPrefixesOfTestsAreTakenOff() {
        var families = families(CALLS + TIME);

        assertThat(families).containsOnlyKeys("ecom_calls_total", "ecom_time_seconds");
        assertThat(families.values())
                .extracting(it -> it.labels().toString())
                .contains("{group=[cart], outcome=[good]}");
    }

    private void compare(String scrape) {
        document("cart-service", false).mustEqual(families(scrape));
    }

    private MetricsDocument document(String service, boolean updating) {
        return new MetricsDocument(folder.resolve("metrics.yaml"), service, updating);
    }

    private static Map<String, Scrape.Family> families(String scrape) {
        return new Scrape(scrape, "t1.").families();
    }
}
