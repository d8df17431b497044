package com.ecom.auth;

import com.ecom.auth.model.AuthEvent;
import com.ecom.auth.model.Notice;
import com.ecom.auth.model.RevocationReason;
import com.ecom.auth.secrets.Secret;
import com.ecom.core.outbox.Event;
import com.ecom.core.secrets.SecretSealer;
import com.ecom.test.EventContract;
import com.ecom.test.MailKeys;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

class EventContractIT extends EventContract {

    private static final UUID SOMEBODY = UUID.randomUUID();
    private static final Instant THEN = Instant.parse("2026-01-15T10:15:30.123Z");

    EventContractIT() {
        super("auth-service");
    }

    @Override
    protected List<? extends Event> produced() {
        return Stream.of(
                        Stream.of(
                                new AuthEvent.UserRegistered(SOMEBODY, "ada@example.com", THEN),
                                new AuthEvent.EmailVerified(SOMEBODY, "ada@example.com", THEN),
                                new AuthEvent.KeyRemoved("NzbLsXh8uDCcd", THEN)),
                        announced(),
                        Stream.of(RevocationReason.values()).map(EventContractIT::revocationFor))
                .flatMap(it -> it)
                .toList();
    }

    private static Stream<AuthEvent> announced() {
        return Stream.concat(
                Stream.of(
                        new AuthEvent.EmailVerificationRequested(
                                SOMEBODY, SOMEBODY, "ada@example.com", sealedToken(), THEN),
                        new AuthEvent.PasswordResetRequested(
                                SOMEBODY, SOMEBODY, "ada@example.com", sealedToken(), THEN)),
                Stream.of(Notice.values())
                        .map(it ->
                                new AuthEvent.SecurityNotice(SOMEBODY, SOMEBODY, "ada@example.com", it.name(), THEN)));
    }

    private static String sealedToken() {
        return new SecretSealer(MailKeys.publicKey()).seal(Secret.fresh());
    }

    private static AuthEvent revocationFor(RevocationReason reason) {
        return switch (reason) {
            case LOGGED_OUT, REVOKED_BY_OWNER, TOKEN_REUSED ->
                new AuthEvent.SessionRevoked(SOMEBODY, UUID.randomUUID(), reason.name(), THEN);
            default -> new AuthEvent.AccountRevoked(SOMEBODY, 1, THEN, reason.name());
        };
    }
}
