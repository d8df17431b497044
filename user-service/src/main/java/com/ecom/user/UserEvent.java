package com.ecom.user;

import com.ecom.core.outbox.Event;
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

    UUID userId();

    @Override
    default String type() {
        return switch (this) {
            case ProfileUpdated _ -> "user.profile-updated.v1";
        };
    }

    @Override
    default String topic() {
        return "user.events";
    }

    @Override
    default String key() {
        return userId().toString();
    }
}
