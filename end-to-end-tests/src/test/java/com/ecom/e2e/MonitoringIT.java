package com.ecom.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.local.stack.Names;
import com.ecom.operations.KnownMetrics;
import com.ecom.operations.OpsFolder;
import com.ecom.shop.Metrics;
import com.ecom.shop.Shopper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What rules take from Spring, or what comes into being with its first request, is there once somebody has bought something. */
@ExtendWith(OneShop.class)
class MonitoringIT {

    private final RunningShop shop;

    MonitoringIT(RunningShop shop) {
        this.shop = shop;
    }

    @Test
    void everyMetricThatNoServiceWritesDownIsThereAndHasOnlyTheValuesThatAreWritten() throws Exception {
        var shopper = Shopper.signUp(shop.anybody());
        var order = shopper.order(List.of(Map.of("sku", shop.aSku(3), "quantity", 1)), "pm_card_ok");
        shopper.orderAt(order, "CONFIRMED");
        var all = new TreeMap<String, Metrics>();
        for (var service : Names.SERVICES) {
            all.put(service, Metrics.at(shop.addressOf(Names.managementOf(service))));
        }

        assertThat(writtenByHand()).hasSizeGreaterThan(8).allSatisfy((name, metric) -> {
            var series = all.values().stream()
                    .flatMap(it -> it.labelsOf(name).stream())
                    .toList();
            assertThat(series).as(name).isNotEmpty();
            metric.labels()
                    .forEach((label, values) -> assertThat(series)
                            .as("%s{%s}", name, label)
                            .allSatisfy(it -> assertThat(it).containsKey(label))
                            .allMatch(it -> values.isEmpty() || values.contains(it.get(label))));
        });
    }

    /** Targets bear it, too, and Prometheus lets the service's own word stand. */
    @Test
    void everySeriesBearsTheNameOfItsService() throws Exception {
        for (var service : Names.SERVICES) {
            assertThat(Metrics.at(shop.addressOf(Names.managementOf(service))).labelsOf("jvm_memory_used_bytes"))
                    .isNotEmpty()
                    .allSatisfy(it -> assertThat(it).containsEntry("service", service));
        }
    }

    private static Map<String, KnownMetrics.Metric> writtenByHand() throws IOException {
        var byHand = new TreeMap<>(KnownMetrics.of(OpsFolder.find()).byName());
        byHand.values().removeIf(it -> !it.services().contains(KnownMetrics.FRAMEWORK));
        return byHand;
    }
}
