package com.ecom.auth;

import com.github.f4b6a3.uuid.UuidCreator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets somebody in who has proved who they are. */
@Component
class OpenSession {

    private final Sessions sessions;
    private final AccessTokens tokens;

    OpenSession(Sessions sessions, AccessTokens tokens) {
        this.sessions = sessions;
        this.tokens = tokens;
    }

    @Transactional
    Grant handle(Account account, boolean withSecondFactor, Visitor visitor) {
        if (account.suspended()) {
            throw new AuthRefusal.AccountSuspended();
        }
        var session = new Sessions.Opened(UuidCreator.getTimeOrderedEpoch(), withSecondFactor);
        var refreshToken = RefreshToken.fresh();
        sessions.open(session, account.id(), visitor.device());
        sessions.add(session.id(), refreshToken, null);
        return tokens.forSession(account, session, refreshToken);
    }
}
