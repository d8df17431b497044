package com.ecom.review;

import com.ecom.core.outbox.Outbox;
import com.ecom.review.Review.Status;
import com.ecom.review.ReviewEvent.ReviewApproved;
import java.time.Clock;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A moderator approves or rejects a review. Repeating a decision only adds to the record of decisions. */
@Component
@RequiredArgsConstructor
class ModerateReview {

    private final Reviews reviews;
    private final Ratings ratings;
    private final Outbox outbox;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** @throws ReviewRefusal.ReviewChanged if the author has changed it since that version */
    @Transactional
    void handle(UUID id, int version, Status decision, @Nullable String reason, UUID moderator) {
        var review = reviews.lock(id);
        if (review.version() != version) {
            throw new ReviewRefusal.ReviewChanged();
        }
        reviews.setStatus(review, decision);
        record(review, decision, reason, moderator);
        if (!review.isApproved() && decision == Status.APPROVED) {
            outbox.publish(new ReviewApproved(id, review.productId(), review.rating(), clock.instant()));
            ratings.add(review);
        } else if (review.isApproved() && decision == Status.REJECTED) {
            ratings.remove(review);
        }
    }

    private void record(Review review, Status decision, @Nullable String reason, UUID moderator) {
        jdbc.sql("""
                insert into moderation (review_id, moderator, decision, reason)
                values (:review, :moderator, :decision, :reason)
                """)
                .param("review", review.id().toString())
                .param("moderator", moderator.toString())
                .param("decision", decision.name())
                .param("reason", reason)
                .update();
    }
}
