package com.ecom.inventory.hotskus;

import com.ecom.inventory.model.HotSkus;
import com.ecom.inventory.model.HotSkus.Choice;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What the clock does for hot SKUs. Several instances may do it at once: each step locks what it changes. */
@Component
@EnableConfigurationProperties(HotSettings.class)
@RequiredArgsConstructor
class TendHotSkus {

    private final HotSkus hotSkus;
    private final HotSettings settings;

    /** Shoppers see a hot SKU's level at most half a second late, and within two seconds of its becoming hot. */
    @Scheduled(fixedDelayString = "PT0.5S")
    void announce() {
        hotSkus.announce();
    }

    @Scheduled(fixedDelayString = "PT10S")
    void even() {
        hotSkus.even();
    }

    /** Makes hot whatever its buyers had to wait for during the last minute, and ordinary what has cooled down. */
    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void followTheLoad() {
        hotSkus.waitedFor(settings.slowAfter(), settings.least()).stream()
                .limit(settings.mostByLoad())
                .forEach(it -> hotSkus.heat(it, Choice.BY_LOAD));
        hotSkus.coolAgain().forEach(hotSkus::cool);
    }
}
