package com.ecom.auth;

import java.util.UUID;
import org.springframework.stereotype.Component;

/** Changes a password for whoever knows the old one. Hashes first and writes then: no transaction waits for a hash. */
@Component
class ChangePassword {

    private final Accounts accounts;
    private final Passwords passwords;
    private final LoginThrottle throttle;
    private final SetPassword setPassword;

    ChangePassword(Accounts accounts, Passwords passwords, LoginThrottle throttle, SetPassword setPassword) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.throttle = throttle;
        this.setPassword = setPassword;
    }

    /** All sessions end, wherever they are; the answer is a new one. */
    Grant handle(UUID id, String current, String wanted, Visitor visitor) {
        var account = accounts.get(id);
        var attempt = throttle.admit(account.email(), visitor);
        if (!passwords.match(current, account.passwordHash())) {
            throw new AuthRefusal.WrongCredentials();
        }
        attempt.succeeded();
        return setPassword.changed(account, passwords.hash(wanted), visitor);
    }
}
