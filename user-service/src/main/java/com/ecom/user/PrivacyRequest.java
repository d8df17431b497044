package com.ecom.user;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody wants to see all that the shop keeps of them, or to be forgotten. It is done when every service has answered
 * that keeps anything.
 *
 * @param dueAt when it begins, unless it is cancelled before
 * @param receipts what has been answered so far
 * @param missing who has not answered yet
 */
record PrivacyRequest(
        UUID requestId,
        UUID userId,
        Kind kind,
        State state,
        Instant askedAt,
        Instant dueAt,
        @Nullable Instant finishedAt,
        List<Receipt> receipts,
        List<String> missing) {

    /** All that keep personal data besides this service. */
    static final Set<String> ASKED = Set.of(
            "auth-service",
            "cart-service",
            "notification-service",
            "order-service",
            "payment-service",
            "review-service");

    enum Kind {
        EXPORT,
        ERASURE
    }

    /**
     * WAITING, so that nobody is forgotten whose session was stolen, until it is due; RUNNING until all have answered;
     * then DONE. CANCELLED by its owner only while it waits; a copy also when its owner begins to be forgotten.
     */
    enum State {
        WAITING,
        RUNNING,
        DONE,
        CANCELLED
    }

    /**
     * @param erased how many records are gone
     * @param anonymised how many remain and say no longer whose they are
     * @param kept how many remain as they are
     * @param reason why any of them remain
     */
    record Receipt(
            String service,
            int erased,
            int anonymised,
            int kept,
            @Nullable String reason,
            Instant receivedAt) {}
}
