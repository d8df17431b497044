package com.ecom.review;

import com.ecom.core.republish.CurrentStates;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** The rating of every product that was ever rated, for those who keep a copy. */
@Component
@RequiredArgsConstructor
class CurrentRatings implements CurrentStates {

    private final Ratings ratings;

    @Override
    public long count() {
        return ratings.count();
    }

    @Override
    public Published publishAfter(String position, int limit) {
        var products = ratings.productsAfter(position, limit);
        products.forEach(ratings::publish);
        return new Published(products.size(), products.isEmpty() ? position : products.getLast());
    }
}
