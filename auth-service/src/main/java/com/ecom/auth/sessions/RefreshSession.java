package com.ecom.auth.sessions;

import com.ecom.auth.accounts.Accounts;
import com.ecom.auth.model.AuthRefusal;
import com.ecom.auth.model.Notice;
import com.ecom.auth.model.RevocationReason;
import com.ecom.auth.securitylog.SecurityNotices;
import com.ecom.core.fault.FaultPoint;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Exchanges a refresh token for its successor; an immediate repeat, from another tab, receives the same successor. */
@Component
@RequiredArgsConstructor
class RefreshSession {

    private final Sessions sessions;
    private final Accounts accounts;
    private final AccessTokens tokens;
    private final EndSessions endSessions;
    private final SecurityNotices notices;

    /** A revocation is committed although the request that caused it is refused. */
    @Transactional(noRollbackFor = AuthRefusal.RefreshTokenReused.class)
    TokenResponse handle(RefreshToken presented) {
        var session = sessions.lock(presented).orElseThrow(AuthRefusal.RefreshTokenNotValid::new);
        return switch (sessions.stateOf(presented).verdict()) {
            case EXCHANGE -> exchange(session, presented);
            case REPEAT -> grant(session, sessions.successorOf(presented));
            case REFUSE -> throw new AuthRefusal.RefreshTokenNotValid();
            case REVOKE -> throw reused(session);
        };
    }

    private TokenResponse exchange(Sessions.Locked session, RefreshToken presented) {
        var next = sessions.successorOf(presented);
        var granted = grant(session, next);
        sessions.markUsed(presented);
        FaultPoint.pass("refresh-token-spent-before-next");
        sessions.add(session.id(), next, presented);
        sessions.touch(session.id());
        return granted;
    }

    private TokenResponse grant(Sessions.Locked session, RefreshToken next) {
        var account = accounts.get(session.account());
        if (account.suspended()) {
            throw new AuthRefusal.RefreshTokenNotValid();
        }
        return tokens.forSession(account, session.session(), next);
    }

    private AuthRefusal reused(Sessions.Locked session) {
        endSessions.one(session.account(), session.id(), RevocationReason.TOKEN_REUSED);
        notices.mail(accounts.get(session.account()), Notice.SESSION_STOLEN);
        return new AuthRefusal.RefreshTokenReused();
    }
}
