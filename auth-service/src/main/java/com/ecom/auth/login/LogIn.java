package com.ecom.auth.login;

import com.ecom.auth.accounts.Email;
import com.ecom.auth.passwords.VerifyPassword;
import com.ecom.auth.secondfactor.CheckSecondFactor;
import com.ecom.auth.securitylog.SecurityLog;
import com.ecom.auth.sessions.OpenSession;
import com.ecom.auth.sessions.TokenResponse;
import com.ecom.auth.throttling.LoginThrottle;
import com.ecom.auth.web.RequestOrigin;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens a session by password and, where enabled, by second factor. */
@Component
@RequiredArgsConstructor
class LogIn {

    private final VerifyPassword verifyPassword;
    private final CheckSecondFactor secondFactor;
    private final LoginThrottle throttle;
    private final OpenSession openSession;
    private final SecurityLog log;

    TokenResponse handle(Email email, String password, @Nullable String code, RequestOrigin origin) {
        var account = verifyPassword.handle(email, password, origin);
        var withSecondFactor = secondFactor.handle(account, code, origin);
        var granted = openSession.handle(account, withSecondFactor, origin);
        throttle.remember(account.id(), origin);
        log.add(SecurityLog.Kind.LOGGED_IN, account.id(), origin.device());
        return granted;
    }
}
