package com.ecom.search.indexing;

import com.ecom.core.inbox.Subscription;
import com.ecom.search.model.SkuStock;
import com.ecom.search.model.StockLevel;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Consumes stock levels from inventory-service. */
@Configuration(proxyBeanMethods = false)
class StockSubscription {

    @Bean
    Subscription stock(IndexStock index) {
        return Subscription.to("stock.events")
                .on(
                        "stock.changed.v1",
                        StockChanged.class,
                        it -> index.collect(new SkuStock(it.sku(), it.level(), it.version())))
                .flushing(index::write);
    }

    record StockChanged(String sku, StockLevel level, long version) {}
}
