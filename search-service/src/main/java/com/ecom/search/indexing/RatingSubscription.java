package com.ecom.search.indexing;

import com.ecom.core.inbox.Subscription;
import com.ecom.search.elastic.MergeDocuments;
import com.ecom.search.elastic.SearchSettings;
import com.ecom.search.model.ProductEntry;
import com.ecom.search.model.Rating;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Consumes ratings from review-service. A rating may arrive before its product; it stays invisible until then. */
@Configuration(proxyBeanMethods = false)
class RatingSubscription {

    @Bean
    Subscription reviews(MergeDocuments mergeDocuments, SearchSettings settings, MeterRegistry meters, Clock clock) {
        var lag = new IndexLag("review.events", meters, clock);
        var batch = new PendingChanges<ProductEntry>(ProductEntry::unknown);
        return Subscription.to("review.events")
                .on("review.rating-changed.v1", RatingChanged.class, (it, message) -> {
                    lag.received(message);
                    batch.add(it.productId(), entry -> entry.with(new Rating(it.average(), it.count(), it.version())));
                })
                .flushing(() ->
                        lag.measure(() -> mergeDocuments.merge(settings.products(), ProductEntry.class, batch.take())));
    }

    record RatingChanged(String productId, long version, long count, double average) {}
}
