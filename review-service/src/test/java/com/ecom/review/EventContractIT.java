package com.ecom.review;

import com.ecom.core.outbox.Event;
import com.ecom.review.ReviewEvent.RatingChanged;
import com.ecom.review.ReviewEvent.ReviewApproved;
import com.ecom.test.EventContract;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

class EventContractIT extends EventContract {

    EventContractIT() {
        super("review-service");
    }

    @Override
    protected List<? extends Event> produced() {
        return List.of(
                new ReviewApproved(UUID.randomUUID(), "p1", 5, Instant.parse("2026-01-15T10:15:30Z")),
                new RatingChanged("p1", 3, 3, 4.67));
    }
}
