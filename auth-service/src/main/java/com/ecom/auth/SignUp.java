package com.ecom.auth;

import org.springframework.stereotype.Component;

/** Hashes first and writes then: no transaction waits for a hash. */
@Component
class SignUp {

    private final Passwords passwords;
    private final OpenAccount openAccount;
    private final LoginThrottle throttle;

    SignUp(Passwords passwords, OpenAccount openAccount, LoginThrottle throttle) {
        this.passwords = passwords;
        this.openAccount = openAccount;
        this.throttle = throttle;
    }

    Grant handle(Email email, String password, Visitor visitor) {
        throttle.admitSignUp(visitor);
        var granted = openAccount.handle(email, passwords.hash(password), visitor);
        throttle.remember(granted.userId(), visitor);
        return granted;
    }
}
