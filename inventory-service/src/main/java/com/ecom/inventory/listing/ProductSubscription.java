package com.ecom.inventory.listing;

import com.ecom.core.inbox.Subscription;
import java.util.Comparator;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every SKU of the catalogue has a row, for stock to be put in; one that left the catalogue keeps it, for its orders. */
@Configuration(proxyBeanMethods = false)
class ProductSubscription {

    @Bean
    Subscription products(JdbcClient jdbc) {
        return Subscription.to("product.events")
                .on(
                        "product.upserted.v1",
                        ProductUpserted.class,
                        product -> product.variants().stream()
                                .map(ProductUpserted.Variant::sku)
                                .sorted(Comparator.naturalOrder())
                                .forEach(sku -> jdbc.sql(
                                                "insert ignore into stock (sku, bucket, available) values (:sku, 0, 0)")
                                        .param("sku", sku)
                                        .update()));
    }

    record ProductUpserted(List<Variant> variants) {

        record Variant(String sku) {}
    }
}
