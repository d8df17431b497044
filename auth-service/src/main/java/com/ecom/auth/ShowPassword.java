package com.ecom.auth;

import java.util.UUID;
import org.springframework.stereotype.Component;

/** For what an open session alone does not allow: whoever asks must show that they know the password. */
@Component
class ShowPassword {

    private final Accounts accounts;
    private final Passwords passwords;
    private final LoginThrottle throttle;

    ShowPassword(Accounts accounts, Passwords passwords, LoginThrottle throttle) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.throttle = throttle;
    }

    Account handle(UUID id, String password, Visitor visitor) {
        var account = accounts.get(id);
        var attempt = throttle.admit(account.email(), visitor);
        if (!passwords.match(password, account.passwordHash())) {
            throw new AuthRefusal.WrongCredentials();
        }
        attempt.succeeded();
        return account;
    }
}
