package com.ecom.auth;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens a session for whoever knows the password and, where there is one, has the second factor. */
@Component
class LogIn {

    private final ShowPassword showPassword;
    private final CheckSecondFactor secondFactor;
    private final LoginThrottle throttle;
    private final OpenSession openSession;
    private final SecurityLog log;

    LogIn(
            ShowPassword showPassword,
            CheckSecondFactor secondFactor,
            LoginThrottle throttle,
            OpenSession openSession,
            SecurityLog log) {
        this.showPassword = showPassword;
        this.secondFactor = secondFactor;
        this.throttle = throttle;
        this.openSession = openSession;
        this.log = log;
    }

    Grant handle(Email email, String password, @Nullable String code, Visitor visitor) {
        var account = showPassword.handle(email, password, visitor);
        var withSecondFactor = secondFactor.handle(account, code, visitor);
        var granted = openSession.handle(account, withSecondFactor, visitor);
        throttle.remember(account.id(), visitor);
        log.note(SecurityLog.Kind.LOGGED_IN, account.id(), visitor.device());
        return granted;
    }
}
