package com.ecom.auth;

import com.ecom.core.outbox.Event;
import java.time.Instant;
import java.util.UUID;

/** What the shop hears about accounts. */
sealed interface AuthEvent extends Event {

    record UserRegistered(UUID userId, String email, Instant registeredAt) implements AuthEvent {}

    /** @param reason one of {@link RevocationReason} */
    record SessionRevoked(UUID accountId, UUID sessionId, String reason, Instant revokedAt) implements AuthEvent {}

    /**
     * @param version what tokens that still count say at least
     * @param reason one of {@link RevocationReason}
     */
    record AccountRevoked(UUID accountId, long version, Instant notBefore, String reason) implements AuthEvent {}

    record KeyRemoved(String keyId, Instant removedAt) implements AuthEvent {}

    @Override
    default String type() {
        return switch (this) {
            case UserRegistered _ -> "user.registered.v1";
            case SessionRevoked _ -> "auth.session-revoked.v1";
            case AccountRevoked _ -> "auth.account-revoked.v1";
            case KeyRemoved _ -> "auth.key-removed.v1";
        };
    }

    @Override
    default String topic() {
        return switch (this) {
            case UserRegistered _ -> "user.events";
            case SessionRevoked _, AccountRevoked _, KeyRemoved _ -> "auth.revocations";
        };
    }

    @Override
    default String key() {
        return switch (this) {
            case UserRegistered it -> it.userId.toString();
            case SessionRevoked it -> it.accountId.toString();
            case AccountRevoked it -> it.accountId.toString();
            case KeyRemoved it -> it.keyId;
        };
    }
}
