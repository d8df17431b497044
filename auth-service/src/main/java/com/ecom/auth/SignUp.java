package com.ecom.auth;

import org.springframework.stereotype.Component;

/** Hashes first and writes then: no transaction waits for a hash. */
@Component
class SignUp {

    private final Passwords passwords;
    private final OpenAccount openAccount;

    SignUp(Passwords passwords, OpenAccount openAccount) {
        this.passwords = passwords;
        this.openAccount = openAccount;
    }

    Grant handle(Email email, String password) {
        return openAccount.handle(email, passwords.hash(password));
    }
}
