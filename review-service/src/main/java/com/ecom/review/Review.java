package com.ecom.review;

import java.time.Instant;
import java.util.UUID;

/**
 * What one customer says about one product.
 *
 * @param version of what it says; another one is another text
 */
record Review(
        UUID id,
        String productId,
        UUID author,
        int rating,
        String title,
        String comment,
        int version,
        Status status,
        Instant createdAt,
        Instant updatedAt) {

    boolean isApproved() {
        return status == Status.APPROVED;
    }

    /** Every change of a review has to be looked at again. */
    enum Status {
        PENDING,
        APPROVED,
        REJECTED
    }
}
