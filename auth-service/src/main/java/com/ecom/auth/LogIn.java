package com.ecom.auth;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens a session for whoever knows the password; says and takes the same whether or not there is such an account. */
@Component
class LogIn {

    private final Accounts accounts;
    private final Passwords passwords;
    private final OpenSession openSession;
    private final LoginThrottle throttle;
    private final CheckSecondFactor secondFactor;
    private final SecurityLog log;

    LogIn(
            Accounts accounts,
            Passwords passwords,
            OpenSession openSession,
            LoginThrottle throttle,
            CheckSecondFactor secondFactor,
            SecurityLog log) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.openSession = openSession;
        this.throttle = throttle;
        this.secondFactor = secondFactor;
        this.log = log;
    }

    Grant handle(Email email, String password, @Nullable String code, Visitor visitor) {
        var attempt = throttle.admit(email, visitor);
        var account = accounts.with(email).orElse(null);
        if (!passwords.match(password, account == null ? null : account.passwordHash()) || account == null) {
            log.note(SecurityLog.Kind.LOGIN_FAILED, account == null ? null : account.id(), null, visitor.device());
            throw new AuthRefusal.WrongCredentials();
        }
        attempt.succeeded();
        var withSecondFactor = secondFactor.handle(account, code, visitor);
        throttle.remember(account.id(), visitor);
        log.note(SecurityLog.Kind.LOGGED_IN, account.id(), visitor.device());
        return openSession.handle(account, withSecondFactor, visitor);
    }
}
