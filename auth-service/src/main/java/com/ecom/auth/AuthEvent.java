package com.ecom.auth;

import com.ecom.core.outbox.Event;
import java.time.Instant;
import java.util.UUID;

/** What the shop hears about accounts. */
sealed interface AuthEvent extends Event {

    record UserRegistered(UUID userId, String email, Instant registeredAt) implements AuthEvent {}

    UUID userId();

    @Override
    default String type() {
        return switch (this) {
            case UserRegistered _ -> "user.registered.v1";
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
