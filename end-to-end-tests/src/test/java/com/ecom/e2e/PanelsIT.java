package com.ecom.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.local.stack.Names;
import com.ecom.operations.Dashboard;
import com.ecom.operations.OpsFolder;
import com.ecom.operations.Scraper;
import com.ecom.shop.Shopper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Nobody looks at an empty panel: each has series in a shop that has just sold something, if only zeros. */
@ExtendWith(OneShop.class)
class PanelsIT {

    private static final Duration LONG = Duration.ofMinutes(3);

    private final RunningShop shop;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path scratch;

    PanelsIT(RunningShop shop) {
        this.shop = shop;
    }

    @Test
    void everyPanelOfEveryBoardShowsSomething() throws Exception {
        var panels = Dashboard.all(OpsFolder.find()).stream()
                .flatMap(it -> it.panels().stream())
                .filter(it -> !it.needsAnExporter())
                .toList();
        try (var prometheus = Scraper.of(targets(), scratch)) {
            await().pollInSameThread()
                    .pollInterval(Duration.ofSeconds(1))
                    .atMost(LONG)
                    .untilAsserted(() -> {
                        sell();
                        assertThat(empty(panels, prometheus)).isEmpty();
                    });
        }
        assertThat(panels).hasSizeGreaterThan(80);
    }

    /** Somebody new signs up, searches, browses and buys: promises have figures only while they are asked for. */
    private void sell() {
        var buyer = Shopper.signUp(shop.anybody());
        var order = buyer.order(List.of(Map.of("sku", shop.aSku(7), "quantity", 1)), "pm_card_ok");
        buyer.orderAt(order, "CONFIRMED");
    }

    private static List<String> empty(List<Dashboard.Panel> panels, Scraper prometheus) {
        return panels.stream()
                .flatMap(panel -> panel.expressions().stream()
                        .flatMap(it -> inEveryService(it).stream())
                        .filter(it -> !prometheus.hasSeries(it))
                        .map(it -> panel.title() + ": " + it))
                .toList();
    }

    private static List<String> inEveryService(String expression) {
        return expression.contains("$service")
                ? Names.SERVICES.stream()
                        .map(it -> expression.replace("$service", it))
                        .toList()
                : List.of(expression);
    }

    private Map<String, String> targets() {
        var targets = new TreeMap<String, String>();
        Names.SERVICES.forEach(
                it -> targets.put(it, shop.addressOf(Names.managementOf(it)).getAuthority()));
        return targets;
    }
}
