package com.ecom.auth.model;

import com.ecom.core.outbox.Event;
import java.time.Instant;
import java.util.UUID;

/** What this service publishes about accounts, their sessions and the signing keys. */
public sealed interface AuthEvent extends Event {

    record UserRegistered(UUID userId, String email, Instant registeredAt) implements AuthEvent {}

    record EmailVerified(UUID userId, String email, Instant verifiedAt) implements AuthEvent {}

    /**
     * @param requestId of this mail
     * @param sealedToken what the mail brings, readable for notification-service alone; we keep only its hash
     */
    record EmailVerificationRequested(
            UUID requestId, UUID accountId, String email, String sealedToken, Instant expiresAt) implements AuthEvent {

        @Override
        public String toString() {
            return "EmailVerificationRequested[%s]".formatted(requestId);
        }
    }

    /**
     * @param requestId of this mail
     * @param sealedToken what the mail brings, readable for notification-service alone; we keep only its hash
     */
    record PasswordResetRequested(UUID requestId, UUID accountId, String email, String sealedToken, Instant expiresAt)
            implements AuthEvent {

        @Override
        public String toString() {
            return "PasswordResetRequested[%s]".formatted(requestId);
        }
    }

    /** @param notice one of {@link Notice} */
    record SecurityNotice(UUID noticeId, UUID accountId, String email, String notice, Instant at)
            implements AuthEvent {}

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
            case EmailVerified _ -> "user.email-verified.v1";
            case EmailVerificationRequested _ -> "auth.email-verification-requested.v1";
            case PasswordResetRequested _ -> "auth.password-reset-requested.v1";
            case SecurityNotice _ -> "auth.security-notice.v1";
            case SessionRevoked _ -> "auth.session-revoked.v1";
            case AccountRevoked _ -> "auth.account-revoked.v1";
            case KeyRemoved _ -> "auth.key-removed.v1";
        };
    }

    @Override
    default String topic() {
        return switch (this) {
            case UserRegistered _, EmailVerified _ -> "user.events";
            case EmailVerificationRequested _, PasswordResetRequested _, SecurityNotice _ -> "auth.mails";
            case SessionRevoked _, AccountRevoked _, KeyRemoved _ -> "auth.revocations";
        };
    }

    @Override
    default String key() {
        return switch (this) {
            case UserRegistered it -> it.userId.toString();
            case EmailVerified it -> it.userId.toString();
            case EmailVerificationRequested it -> it.accountId.toString();
            case PasswordResetRequested it -> it.accountId.toString();
            case SecurityNotice it -> it.accountId.toString();
            case SessionRevoked it -> it.accountId.toString();
            case AccountRevoked it -> it.accountId.toString();
            case KeyRemoved it -> it.keyId;
        };
    }
}
