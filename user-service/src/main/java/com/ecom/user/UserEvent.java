package com.ecom.user;

import com.ecom.core.outbox.Event;
import com.ecom.user.PrivacyRequest.Kind;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the rest of the shop hears about customers. */
sealed interface UserEvent extends Event {

    record ProfileUpdated(
            UUID userId,
            long version,
            @Nullable String firstName,
            @Nullable String lastName,
            String language,
            boolean marketingEmails)
            implements UserEvent {

        static ProfileUpdated of(Customer it) {
            return new ProfileUpdated(
                    it.id(),
                    it.version(),
                    it.profile().firstName(),
                    it.profile().lastName(),
                    it.preferences().language(),
                    it.preferences().marketingEmails());
        }
    }

    /** Asks every service that keeps personal data; each answers. */
    record PrivacyRequested(@JsonIgnore Kind kind, UUID requestId, UUID userId, Instant requestedAt)
            implements UserEvent {}

    /**
     * Whoever asked had a session of this customer; the mail that follows tells the customer, in case it was not them.
     *
     * @param dueAt when it begins
     */
    record PrivacyAsked(UUID requestId, UUID userId, String email, Kind kind, Instant askedAt, Instant dueAt)
            implements UserEvent {}

    UUID userId();

    @Override
    default String type() {
        return switch (this) {
            case ProfileUpdated _ -> "user.profile-updated.v1";
            case PrivacyAsked _ -> "user.privacy-asked.v1";
            case PrivacyRequested it ->
                switch (it.kind) {
                    case EXPORT -> "user.export-requested.v1";
                    case ERASURE -> "user.erasure-requested.v1";
                };
        };
    }

    @Override
    default String topic() {
        return switch (this) {
            case ProfileUpdated _, PrivacyAsked _ -> "user.events";
            case PrivacyRequested _ -> "user.privacy";
        };
    }

    @Override
    default String key() {
        return userId().toString();
    }
}
