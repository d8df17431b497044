package com.ecom.search.indexing;

import com.ecom.core.inbox.Subscription;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Consumes the catalogue's products, as search keeps them. */
@Configuration(proxyBeanMethods = false)
class ProductSubscription {

    @Bean
    Subscription products(IndexProducts index, MeterRegistry meters, Clock clock) {
        var lag = new IndexLag("product.events", meters, clock);
        return Subscription.to("product.events")
                .on("product.upserted.v1", ProductUpserted.class, (it, message) -> {
                    lag.received(message);
                    index.collect(it.productId(), entry -> entry.with(it.toEntry(clock.instant())));
                })
                .on("product.deleted.v1", ProductDeleted.class, (it, message) -> {
                    lag.received(message);
                    index.collect(it.productId(), entry -> entry.deleted(it.version()));
                })
                .flushing(() -> lag.measure(index::write));
    }

    record ProductDeleted(String productId, long version) {}
}
