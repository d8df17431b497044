package com.ecom.auth.login;

import com.ecom.auth.accounts.Email;
import com.ecom.auth.passwords.PasswordHasher;
import com.ecom.auth.sessions.TokenResponse;
import com.ecom.auth.throttling.LoginThrottle;
import com.ecom.auth.web.RequestOrigin;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Hashes first and writes then: no transaction waits for a hash. */
@Component
@RequiredArgsConstructor
class SignUp {

    private final PasswordHasher passwords;
    private final OpenAccount openAccount;
    private final LoginThrottle throttle;

    TokenResponse handle(Email email, String password, RequestOrigin origin) {
        throttle.admitSignUp(origin);
        var granted = openAccount.handle(email, passwords.hash(password), origin);
        throttle.remember(granted.userId(), origin);
        return granted;
    }
}
