package com.ecom.review;

import com.ecom.review.Review.Status;
import com.ecom.test.RepublishContract;
import java.time.Instant;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class RepublishRatingsIT extends RepublishContract {

    @Autowired
    private Ratings ratings;

    @Autowired
    private TransactionTemplate transaction;

    RepublishRatingsIT() {
        super("ratings", "review.events", "review.rating-changed.v1");
    }

    @Override
    protected String make() {
        var product = UUID.randomUUID().toString();
        var review = new Review(
                UUID.randomUUID(),
                product,
                UUID.randomUUID(),
                5,
                "Good",
                "As described.",
                1,
                Status.APPROVED,
                Instant.EPOCH,
                Instant.EPOCH);
        transaction.executeWithoutResult(_ -> ratings.add(review));
        return product;
    }
}
