package com.ecom.product.browsing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.ecom.product.model.Product;
import com.ecom.product.model.Product.Change;
import com.ecom.product.model.ProductFixtures;
import com.ecom.product.model.Products;
import com.ecom.product.model.ProductsChanged;
import com.ecom.product.model.Rating;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProductCacheTests {

    private final CountedProducts products = new CountedProducts();
    private final ProductCache cache = new ProductCache(products, Clock.systemUTC(), new SimpleMeterRegistry());

    @Test
    void manyWhoAskForTheSameAtOnceShareOneLook() throws InterruptedException {
        products.held = new CountDownLatch(1);
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 50; i++) {
                crowd.execute(() -> cache.find("p-1"));
            }
            products.asked.await();
            products.held.countDown();
        }
        assertThat(products.looks).hasValue(1);
    }

    @Test
    void aChangeMadeHereShowsAtOnce() {
        cache.find("p-1");
        cache.find("p-2");
        cache.on(new ProductsChanged(List.of("p-1")));
        cache.find("p-1");
        cache.find("p-2");
        assertThat(products.looks).hasValue(3);
    }

    @Test
    void aSlugThatMovedToAnotherProductShowsAtOnce() {
        cache.findBySlug("blue-mug");
        cache.findBySlug("blue-mug");
        cache.on(new ProductsChanged(List.of("p-2")));
        cache.findBySlug("blue-mug");
        assertThat(products.looks).hasValue(2);
    }

    @Test
    void whatIsNoSlugIsNeverLookedFor() {
        for (var text : List.of("", "Blue-Mug", "blue--mug", "-mug", "blue mug", "a".repeat(201), "a-".repeat(4_000))) {
            assertThat(cache.findBySlug(text)).as(text).isEmpty();
        }
        assertThat(products.looks).hasValue(0);
    }

    @Test
    void aFailedLookIsNotKept() {
        products.broken = true;
        assertThat(catchThrowable(() -> cache.find("p-1"))).isInstanceOf(IllegalStateException.class);
        products.broken = false;
        assertThat(cache.find("p-1")).isPresent();
    }

    /** Only what this cache asks for; the rest of the port is for others. */
    private static final class CountedProducts implements Products {

        private final AtomicInteger looks = new AtomicInteger();
        private final CountDownLatch asked = new CountDownLatch(1);
        private CountDownLatch held = new CountDownLatch(0);
        private boolean broken;

        @Override
        public Optional<Product> find(String id) {
            looks.incrementAndGet();
            asked.countDown();
            if (broken) {
                throw new IllegalStateException("The database is away");
            }
            try {
                held.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Optional.of(ProductFixtures.mug());
        }

        @Override
        public List<Product> find(Collection<String> ids) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Product> findBySlug(String slug) {
            return find(slug);
        }

        @Override
        public void add(Change change) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void replace(Change change) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean saveWhatIsPossible(List<Change> changes) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void rate(String id, Rating rating) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Product> published(ProductFilter filter, Instant now, @Nullable String after, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Category> categories(Instant now) {
            throw new UnsupportedOperationException();
        }
    }
}
