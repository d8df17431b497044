package com.ecom.product.browsing;

import com.ecom.product.model.Product;
import com.ecom.product.model.Products;
import com.ecom.product.model.Products.Category;
import com.ecom.product.model.Products.ProductFilter;
import com.ecom.product.model.ProductsChanged;
import com.ecom.product.model.Slug;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What shoppers read, at most two seconds old; what the time alone changes in one product shows at once. Those who ask for the same at the same moment share one look into the
 * database. What staff or an import change in this instance shows at once; ratings, and changes of other instances,
 * within the two seconds.
 */
@Component
class ProductCache {

    private static final int MOST_MILLIS = 2_000;
    /** So that what came in together is not asked for again together. */
    private static final int LEAST_MILLIS = 1_500;

    private final Products products;
    private final Clock clock;
    private final Cache<String, Optional<Product>> details;
    private final Cache<String, Optional<Product>> slugs;
    private final Cache<ListQuery, List<Product>> lists;
    private final Cache<String, List<Category>> categories;

    ProductCache(Products products, Clock clock, MeterRegistry meters) {
        this.products = products;
        this.clock = clock;
        this.details = cache("product-details", 10_000, meters);
        this.slugs = cache("product-slugs", 10_000, meters);
        this.lists = cache("product-lists", 200, meters);
        this.categories = cache("categories", 1, meters);
    }

    Optional<Product> find(String id) {
        return details.get(id, products::find);
    }

    /** What is no slug is neither looked for nor kept. */
    Optional<Product> findBySlug(String slug) {
        return Slug.isOne(slug) ? slugs.get(slug, products::findBySlug) : Optional.empty();
    }

    List<Product> published(ProductFilter filter, @Nullable String after, int limit) {
        return lists.get(
                new ListQuery(filter, after, limit),
                it -> products.published(it.filter, clock.instant(), it.after, it.limit));
    }

    List<Category> categories() {
        return categories.get("", _ -> products.categories(clock.instant()));
    }

    @EventListener
    void on(ProductsChanged event) {
        details.invalidateAll(event.ids());
        slugs.invalidateAll();
        lists.invalidateAll();
        categories.invalidateAll();
    }

    private static <K, V> Cache<K, V> cache(String name, int size, MeterRegistry meters) {
        var cache = Caffeine.newBuilder()
                .maximumSize(size)
                .expireAfter(Expiry.<K, V>creating(
                        (_, _) -> Duration.ofMillis(ThreadLocalRandom.current().nextInt(LEAST_MILLIS, MOST_MILLIS))))
                .recordStats()
                .<K, V>build();
        return CaffeineCacheMetrics.monitor(meters, cache, name);
    }

    private record ListQuery(ProductFilter filter, @Nullable String after, int limit) {}
}
