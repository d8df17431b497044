package com.ecom.review;

import com.ecom.core.outbox.Event;
import java.time.Instant;
import java.util.UUID;

/** What this service publishes; the payloads are in {@code contracts/events}. */
sealed interface ReviewEvent extends Event {

    record ReviewApproved(UUID reviewId, String productId, int rating, Instant approvedAt) implements ReviewEvent {}

    record RatingChanged(String productId, long version, int count, double average) implements ReviewEvent {}

    String productId();

    @Override
    default String key() {
        return productId();
    }

    @Override
    default String topic() {
        return "review.events";
    }

    /** The names on the wire, spelled out so that renaming a class never renames an event. */
    @Override
    default String type() {
        return switch (this) {
            case ReviewApproved _ -> "review.approved.v1";
            case RatingChanged _ -> "review.rating-changed.v1";
        };
    }
}
