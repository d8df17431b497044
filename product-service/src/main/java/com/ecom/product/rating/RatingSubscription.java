package com.ecom.product.rating;

import com.ecom.core.inbox.Subscription;
import com.ecom.product.model.Products;
import com.ecom.product.model.Rating;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A rating replaces an older one, never a newer one; so messages may come twice, late or in any order. */
@Configuration(proxyBeanMethods = false)
class RatingSubscription {

    @Bean
    Subscription reviews(Products products) {
        return Subscription.to("review.events")
                .on(
                        "review.rating-changed.v1",
                        RatingChanged.class,
                        it -> products.rate(it.productId(), new Rating(it.count(), it.average(), it.version())));
    }

    record RatingChanged(String productId, long version, long count, double average) {}
}
