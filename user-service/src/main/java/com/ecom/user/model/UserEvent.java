package com.ecom.user.model;

import com.ecom.core.outbox.Event;
import com.ecom.user.model.PrivacyRequest.Kind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What this service publishes about customers. */
public sealed interface UserEvent extends Event {

    record ProfileUpdated(
            UUID userId,
            long version,
            @Nullable String firstName,
            @Nullable String lastName,
            String language,
            boolean marketingEmails)
            implements UserEvent {}

    /** Every service that keeps personal data answers with what it has. */
    record ExportRequested(UUID requestId, UUID userId, Instant requestedAt) implements UserEvent {}

    /** Every service that keeps personal data erases it and answers. */
    record ErasureRequested(UUID requestId, UUID userId, Instant requestedAt) implements UserEvent {}

    /**
     * The mail that follows informs the customer, whose session may have been stolen.
     *
     * @param dueAt when it begins
     */
    record PrivacyRequestReceived(UUID requestId, UUID userId, String email, Kind kind, Instant askedAt, Instant dueAt)
            implements UserEvent {}

    UUID userId();

    @Override
    default String type() {
        return switch (this) {
            case ProfileUpdated _ -> "user.profile-updated.v1";
            case PrivacyRequestReceived _ -> "user.privacy-asked.v1";
            case ExportRequested _ -> "user.export-requested.v1";
            case ErasureRequested _ -> "user.erasure-requested.v1";
        };
    }

    @Override
    default String topic() {
        return switch (this) {
            case ProfileUpdated _, PrivacyRequestReceived _ -> "user.events";
            case ExportRequested _, ErasureRequested _ -> "user.privacy";
        };
    }

    @Override
    default String key() {
        return userId().toString();
    }
}
