package com.ecom.order.pricing;

import com.ecom.core.inbox.Subscription;
import com.ecom.core.jdbc.Utc;
import com.ecom.core.money.Money;
import com.ecom.core.money.Sale;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps our copy of the prices, a row for each SKU and each product that has ever owned it, so that versions of one product
 * only are compared: an older one never overwrites a newer one, and a SKU may move from product to product.
 */
@Configuration(proxyBeanMethods = false)
class PriceFeed {

    @Bean
    static Subscription productNews(JdbcClient jdbc) {
        return Subscription.to("product.events")
                .on("product.upserted.v1", ProductUpserted.class, it -> keep(it, jdbc))
                .on("product.deleted.v1", ProductDeleted.class, it -> takeOffSale(it.productId(), it.version(), jdbc));
    }

    private static void keep(ProductUpserted product, JdbcClient jdbc) {
        // A variant that is gone from the product is not among those below, and stays off sale.
        takeOffSale(product.productId(), product.version(), jdbc);
        var publication = product.publication();
        for (var variant : product.variants()) {
            var sale = variant.sale();
            jdbc.sql("""
                    insert into price (sku, product_id, name, amount, currency, category, on_sale, version, updated_at,
                        sale_amount, sale_from, sale_until, published_from, published_until)
                    values (:sku, :product, :name, :amount, :currency, :category, :active, :version, :updatedAt,
                        :saleAmount, :saleFrom, :saleUntil, :publishedFrom, :publishedUntil) as new
                    on duplicate key update
                        name = if(new.version >= price.version, new.name, price.name),
                        amount = if(new.version >= price.version, new.amount, price.amount),
                        currency = if(new.version >= price.version, new.currency, price.currency),
                        category = if(new.version >= price.version, new.category, price.category),
                        sale_amount = if(new.version >= price.version, new.sale_amount, price.sale_amount),
                        sale_from = if(new.version >= price.version, new.sale_from, price.sale_from),
                        sale_until = if(new.version >= price.version, new.sale_until, price.sale_until),
                        published_from = if(new.version >= price.version, new.published_from, price.published_from),
                        published_until = if(new.version >= price.version, new.published_until, price.published_until),
                        on_sale = if(new.version >= price.version, new.on_sale, price.on_sale),
                        updated_at = if(new.version >= price.version, new.updated_at, price.updated_at),
                        version = greatest(new.version, price.version)
                    """)
                    .param("sku", variant.sku())
                    .param("product", product.productId())
                    .param("name", product.name())
                    .param("amount", variant.price().amount())
                    .param("currency", variant.price().currency().getCurrencyCode())
                    .param("category", product.category())
                    .param("active", product.isSoldAtTimes())
                    .param("version", product.version())
                    .param("updatedAt", Utc.column(product.updatedAt()))
                    .param("saleAmount", sale == null ? null : sale.amount())
                    .param("saleFrom", sale == null ? null : Utc.column(sale.from()))
                    .param("saleUntil", sale == null ? null : Utc.column(sale.until()))
                    .param("publishedFrom", Utc.columnOrNull(publication.from()))
                    .param("publishedUntil", Utc.columnOrNull(publication.until()))
                    .update();
        }
    }

    private static void takeOffSale(String product, long version, JdbcClient jdbc) {
        jdbc.sql("""
                update price set on_sale = false, version = :version
                where product_id = :product and version < :version
                """).param("product", product).param("version", version).update();
    }

    record ProductUpserted(
            String productId,
            long version,
            String name,
            @Nullable String category,
            boolean active,
            Publication publication,
            Instant updatedAt,
            List<Variant> variants) {

        /** Most products have no time set. */
        ProductUpserted {
            publication = Objects.requireNonNullElse(publication, Publication.UNSET);
        }

        /** Whatever was so when it was sent: when it is sold, decides the time. */
        private boolean isSoldAtTimes() {
            return active || !publication.equals(Publication.UNSET);
        }

        record Publication(@Nullable Instant from, @Nullable Instant until) {

            private static final Publication UNSET = new Publication(null, null);
        }

        record Variant(String sku, Money price, @Nullable Sale sale) {}
    }

    record ProductDeleted(String productId, long version) {}
}
