package com.ecom.auth;

import com.ecom.core.fault.FaultPoint;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Exchanges a refresh token for the next one; whoever repeats that at once, such as another tab, is given the very same. */
@Component
class RefreshSession {

    private final Sessions sessions;
    private final Accounts accounts;
    private final AccessTokens tokens;
    private final EndSessions endSessions;
    private final Announcements announcements;

    RefreshSession(
            Sessions sessions,
            Accounts accounts,
            AccessTokens tokens,
            EndSessions endSessions,
            Announcements announcements) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.tokens = tokens;
        this.endSessions = endSessions;
        this.announcements = announcements;
    }

    /** A revocation stays, although the one who caused it hears a refusal. */
    @Transactional(noRollbackFor = AuthRefusal.RefreshTokenReused.class)
    Grant handle(RefreshToken presented) {
        var session = sessions.lock(presented).orElseThrow(AuthRefusal.RefreshTokenNotValid::new);
        return switch (sessions.present(presented).verdict()) {
            case EXCHANGE -> exchange(session, presented);
            case REPEAT -> grant(session, sessions.successorOf(presented));
            case REFUSE -> throw new AuthRefusal.RefreshTokenNotValid();
            case REVOKE -> throw reused(session);
        };
    }

    private Grant exchange(Sessions.Locked session, RefreshToken presented) {
        var next = sessions.successorOf(presented);
        var granted = grant(session, next);
        sessions.spend(presented);
        FaultPoint.pass("refresh-token-spent-before-next");
        sessions.add(session.id(), next, presented);
        sessions.used(session.id());
        return granted;
    }

    private Grant grant(Sessions.Locked session, RefreshToken next) {
        var account = accounts.get(session.account());
        if (account.suspended()) {
            throw new AuthRefusal.RefreshTokenNotValid();
        }
        return tokens.forSession(account, session.session(), next);
    }

    private AuthRefusal reused(Sessions.Locked session) {
        endSessions.one(session.account(), session.id(), RevocationReason.TOKEN_REUSED);
        announcements.mail(accounts.get(session.account()), Notice.SESSION_STOLEN);
        return new AuthRefusal.RefreshTokenReused();
    }
}
