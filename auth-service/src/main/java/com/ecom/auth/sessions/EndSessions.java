package com.ecom.auth.sessions;

import com.ecom.auth.accounts.Accounts;
import com.ecom.auth.model.AuthEvent;
import com.ecom.auth.model.RevocationReason;
import com.ecom.auth.securitylog.SecurityLog;
import com.ecom.auth.web.RequestOrigin;
import com.ecom.core.outbox.Outbox;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends sessions before they expire, and publishes the revocation to all services that trust their tokens. */
@Component
@RequiredArgsConstructor
public class EndSessions {

    private final Sessions sessions;
    private final Accounts accounts;
    private final OpenSession openSession;
    private final Outbox outbox;
    private final SecurityLog log;
    private final Clock clock;

    /** Ends the session that a token was issued in, and the one that the refresh token belongs to if that is another. */
    @Transactional
    void loggedOut(UUID account, @Nullable String session, @Nullable RefreshToken token) {
        sessions.openSessionsOf(account, session, token).forEach(it -> one(account, it, RevocationReason.LOGGED_OUT));
    }

    /** Ends the session that this token belongs to, even if it was exchanged long ago: then it was stolen. */
    @Transactional
    void loggedOut(RefreshToken token) {
        sessions.lock(token).ifPresent(it -> one(it.account(), it.id(), RevocationReason.LOGGED_OUT));
    }

    /** Whether there was such a session to end. */
    @Transactional
    boolean one(UUID account, UUID session, RevocationReason reason) {
        if (!sessions.revoke(account, session)) {
            return false;
        }
        log.add(kindOf(reason), account, session.toString());
        outbox.publish(new AuthEvent.SessionRevoked(account, session, reason.name(), now()));
        return true;
    }

    /** Ends all sessions of an account and opens a new one for the caller. */
    @Transactional
    public TokenResponse allAndReopen(
            UUID account, RevocationReason reason, boolean withSecondFactor, RequestOrigin origin) {
        all(account, reason);
        return openSession.handle(accounts.get(account), withSecondFactor, origin);
    }

    /** Ends all sessions of an account; tokens that are issued from now on are valid again. */
    @Transactional
    public void all(UUID account, RevocationReason reason) {
        var version = accounts.nextVersion(account);
        sessions.revokeAll(account);
        log.add(SecurityLog.Kind.SESSION_REVOKED, account, "all: " + reason);
        outbox.publish(new AuthEvent.AccountRevoked(account, version, now(), reason.name()));
    }

    private static SecurityLog.Kind kindOf(RevocationReason reason) {
        return switch (reason) {
            case LOGGED_OUT -> SecurityLog.Kind.LOGGED_OUT;
            case TOKEN_REUSED -> SecurityLog.Kind.TOKEN_REUSED;
            default -> SecurityLog.Kind.SESSION_REVOKED;
        };
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
