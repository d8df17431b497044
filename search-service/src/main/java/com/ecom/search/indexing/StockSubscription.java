package com.ecom.search.indexing;

import com.ecom.core.inbox.Subscription;
import com.ecom.search.model.SkuStock;
import com.ecom.search.model.StockLevel;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Consumes stock levels from inventory-service. */
@Configuration(proxyBeanMethods = false)
class StockSubscription {

    @Bean
    Subscription stock(IndexStock index, MeterRegistry meters, Clock clock) {
        var lag = new IndexLag("stock.events", meters, clock);
        return Subscription.to("stock.events")
                .on("stock.changed.v1", StockChanged.class, (it, message) -> {
                    lag.received(message);
                    index.collect(new SkuStock(it.sku(), it.level(), it.version()));
                })
                .flushing(() -> lag.measure(index::write));
    }

    record StockChanged(String sku, StockLevel level, long version) {}
}
