package com.ecom.review;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A buyer writes, rewrites or withdraws a review; what was seen until then stops counting until it is approved again. */
@Component
class WriteReview {

    private final Purchases purchases;
    private final Reviews reviews;
    private final Ratings ratings;

    WriteReview(Purchases purchases, Reviews reviews, Ratings ratings) {
        this.purchases = purchases;
        this.reviews = reviews;
        this.ratings = ratings;
    }

    @Transactional
    Review write(UUID author, String product, Words words) {
        if (!purchases.exists(author, product)) {
            throw new ReviewRefusal.NotABuyer();
        }
        var id = UuidCreator.getTimeOrderedEpoch();
        if (!reviews.add(id, author, product, words)) {
            throw new ReviewRefusal.AlreadyReviewed();
        }
        return reviews.lock(id);
    }

    @Transactional
    Review rewrite(UUID author, UUID id, Words words) {
        var review = lockAndDiscount(author, id);
        reviews.rewrite(review, words);
        return reviews.lock(id);
    }

    @Transactional
    void withdraw(UUID author, UUID id) {
        reviews.remove(lockAndDiscount(author, id));
    }

    private Review lockAndDiscount(UUID author, UUID id) {
        var review = reviews.lock(id, author);
        if (review.counts()) {
            ratings.discount(review);
        }
        return review;
    }

    record Words(int rating, String title, String comment) {}
}
