package com.ecom.search;

import com.ecom.core.inbox.Subscription;
import com.ecom.search.model.ProductEntry;
import com.ecom.search.model.Rating;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What review-service tells. A rating may come before its product; it waits unseen. */
@Configuration(proxyBeanMethods = false)
class ReviewNews {

    @Bean
    Subscription reviews(Merging merging, SearchSettings settings) {
        var batch = new Batch<ProductEntry>(ProductEntry::unknown);
        return Subscription.to("review.events")
                .on(
                        "review.rating-changed.v1",
                        RatingChanged.class,
                        it -> batch.add(
                                it.productId(),
                                entry -> entry.with(new Rating(it.average(), it.count(), it.version()))))
                .flushing(() -> merging.merge(settings.products(), ProductEntry.class, batch.take()));
    }

    record RatingChanged(String productId, long version, long count, double average) {}
}
