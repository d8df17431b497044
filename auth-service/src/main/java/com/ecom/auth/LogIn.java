package com.ecom.auth;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Opens a session for whoever knows the password; says and takes the same whether or not there is such an account. */
@Component
class LogIn {

    private static final Logger log = LoggerFactory.getLogger(LogIn.class);

    private final Accounts accounts;
    private final Passwords passwords;
    private final OpenSession openSession;

    LogIn(Accounts accounts, Passwords passwords, OpenSession openSession) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.openSession = openSession;
    }

    Grant handle(Email email, String password) {
        var account = accounts.with(email).orElse(null);
        if (!passwords.match(password, account == null ? null : account.passwordHash()) || account == null) {
            log.info("A login failed for {}", account == null ? "no account" : account.id());
            throw new AuthRefusal.WrongCredentials();
        }
        return openSession.handle(account);
    }
}
