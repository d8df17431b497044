package com.ecom.user.model;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer's request for a copy of their data, or for its erasure. It is done when every service that keeps personal
 * data has answered.
 *
 * @param dueAt when it begins, unless it is cancelled before
 * @param receipts what has been answered so far
 * @param missing who has not answered yet
 */
public record PrivacyRequest(
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
    public static final Set<String> RESPONDENTS = Set.of(
            "auth-service",
            "cart-service",
            "notification-service",
            "order-service",
            "payment-service",
            "review-service");

    public enum Kind {
        EXPORT,
        ERASURE
    }

    /**
     * WAITING until it is due, which protects a customer whose session was stolen; RUNNING until all have answered;
     * then DONE. CANCELLED by its owner only while it waits; a copy also when its owner begins to be forgotten.
     */
    public enum State {
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
    public record Receipt(
            String service,
            int erased,
            int anonymised,
            int kept,
            @Nullable String reason,
            Instant receivedAt) {}
}
