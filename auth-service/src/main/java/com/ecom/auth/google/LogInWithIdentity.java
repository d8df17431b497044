package com.ecom.auth.google;

import com.ecom.auth.accounts.Accounts;
import com.ecom.auth.model.AuthRefusal;
import com.ecom.auth.secondfactor.CheckSecondFactor;
import com.ecom.auth.securitylog.SecurityLog;
import com.ecom.auth.sessions.OpenSession;
import com.ecom.auth.sessions.TokenResponse;
import com.ecom.auth.web.RequestOrigin;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens a session for an external identity; its second factor is checked here, whatever the provider checked. */
@Component
@RequiredArgsConstructor
class LogInWithIdentity {

    private final Accounts accounts;
    private final CheckSecondFactor secondFactor;
    private final AuthorizationRequests requests;
    private final OpenSession openSession;
    private final SecurityLog log;

    TokenResponse handle(String state, UUID id, @Nullable String code, RequestOrigin origin) {
        var account = accounts.get(id);
        var withSecondFactor = secondFactor.handle(account, code, origin);
        if (!requests.finish(state)) {
            throw new AuthRefusal.SignInFailed();
        }
        var granted = openSession.handle(account, withSecondFactor, origin);
        log.add(SecurityLog.Kind.LOGGED_IN, id, "with Google, " + origin.device());
        return granted;
    }
}
