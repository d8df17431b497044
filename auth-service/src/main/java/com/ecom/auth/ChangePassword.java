package com.ecom.auth;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Changes a password for whoever knows the old one. Hashes first and writes then: no transaction waits for a hash. */
@Component
class ChangePassword {

    private final ShowPassword showPassword;
    private final CheckSecondFactor secondFactor;
    private final Passwords passwords;
    private final SetPassword setPassword;

    ChangePassword(
            ShowPassword showPassword, CheckSecondFactor secondFactor, Passwords passwords, SetPassword setPassword) {
        this.showPassword = showPassword;
        this.secondFactor = secondFactor;
        this.passwords = passwords;
        this.setPassword = setPassword;
    }

    /** All sessions end, wherever they are; the answer is a new one. */
    Grant handle(UUID id, String current, @Nullable String code, String wanted, Visitor visitor) {
        var account = showPassword.handle(id, current, visitor);
        var withSecondFactor = secondFactor.handle(account, code, visitor);
        return setPassword.changed(account, passwords.hash(wanted), withSecondFactor, visitor);
    }
}
