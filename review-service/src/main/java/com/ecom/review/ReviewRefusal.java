package com.ecom.review;

import java.util.UUID;

/** Every way this service says no. The web layer does not compile until it has a status for each. */
abstract sealed class ReviewRefusal extends RuntimeException {

    private ReviewRefusal(String message) {
        super(message);
    }

    static final class NoSuchReview extends ReviewRefusal {
        NoSuchReview(UUID id) {
            super("There is no review " + id);
        }
    }

    static final class NotPurchased extends ReviewRefusal {
        NotPurchased() {
            super("Only who has received a product can review it");
        }
    }

    static final class AlreadyReviewed extends ReviewRefusal {
        AlreadyReviewed() {
            super("You have reviewed this product; change that review instead");
        }
    }

    static final class ReviewChanged extends ReviewRefusal {
        ReviewChanged() {
            super("The author has rewritten it meanwhile: read it again before you decide");
        }
    }
}
