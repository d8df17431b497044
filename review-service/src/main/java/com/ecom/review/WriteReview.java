package com.ecom.review;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A buyer writes, rewrites or withdraws a review; a changed review leaves the rating until it is approved again. */
@Component
@RequiredArgsConstructor
class WriteReview {

    private final Purchases purchases;
    private final Reviews reviews;
    private final Ratings ratings;

    @Transactional
    Review write(UUID author, String product, ReviewText text) {
        if (!purchases.exists(author, product)) {
            throw new ReviewRefusal.NotPurchased();
        }
        var id = UuidCreator.getTimeOrderedEpoch();
        if (!reviews.add(id, author, product, text)) {
            throw new ReviewRefusal.AlreadyReviewed();
        }
        return reviews.lock(id);
    }

    @Transactional
    Review rewrite(UUID author, UUID id, ReviewText text) {
        var review = lockAndRemoveFromRating(author, id);
        reviews.rewrite(review, text);
        return reviews.lock(id);
    }

    @Transactional
    void withdraw(UUID author, UUID id) {
        reviews.remove(lockAndRemoveFromRating(author, id));
    }

    private Review lockAndRemoveFromRating(UUID author, UUID id) {
        var review = reviews.lock(id, author);
        if (review.isApproved()) {
            ratings.remove(review);
        }
        return review;
    }

    record ReviewText(int rating, String title, String comment) {}
}
