package com.ecom.auth.sessions;

import com.ecom.auth.accounts.Account;
import com.ecom.auth.accounts.Accounts;
import com.ecom.auth.web.RequestOrigin;
import com.github.f4b6a3.uuid.UuidCreator;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens a session for an account that was just authenticated. */
@Component
@RequiredArgsConstructor
public class OpenSession {

    private final Accounts accounts;
    private final Sessions sessions;
    private final AccessTokens tokens;

    /** @param proved the account as it was when they proved it: if all sessions have ended since, this one does not begin */
    @Transactional
    public TokenResponse handle(Account proved, boolean withSecondFactor, RequestOrigin origin) {
        var account = accounts.lockUnchanged(proved);
        var session = new Sessions.Opened(UuidCreator.getTimeOrderedEpoch(), withSecondFactor);
        var refreshToken = RefreshToken.fresh();
        sessions.open(session, account.id(), origin.device());
        sessions.add(session.id(), refreshToken, null);
        return tokens.forSession(account, session, refreshToken);
    }
}
