package com.ecom.auth;

import com.github.f4b6a3.uuid.UuidCreator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets somebody in who has proved who they are. */
@Component
class OpenSession {

    private final Accounts accounts;
    private final Sessions sessions;
    private final AccessTokens tokens;

    OpenSession(Accounts accounts, Sessions sessions, AccessTokens tokens) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.tokens = tokens;
    }

    /** @param proved the account as it was when they proved it: if all sessions have ended since, this one does not begin */
    @Transactional
    Grant handle(Account proved, boolean withSecondFactor, Visitor visitor) {
        var account = accounts.lockUnchanged(proved);
        var session = new Sessions.Opened(UuidCreator.getTimeOrderedEpoch(), withSecondFactor);
        var refreshToken = RefreshToken.fresh();
        sessions.open(session, account.id(), visitor.device());
        sessions.add(session.id(), refreshToken, null);
        return tokens.forSession(account, session, refreshToken);
    }
}
