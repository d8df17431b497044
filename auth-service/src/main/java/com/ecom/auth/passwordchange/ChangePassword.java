package com.ecom.auth.passwordchange;

import com.ecom.auth.passwords.PasswordHasher;
import com.ecom.auth.passwords.VerifyPassword;
import com.ecom.auth.secondfactor.CheckSecondFactor;
import com.ecom.auth.sessions.TokenResponse;
import com.ecom.auth.web.RequestOrigin;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Changes a password by the old one. Hashes before it writes: no transaction waits for a hash. */
@Component
@RequiredArgsConstructor
class ChangePassword {

    private final VerifyPassword verifyPassword;
    private final CheckSecondFactor secondFactor;
    private final PasswordHasher passwords;
    private final SetPassword setPassword;

    /** All sessions end, wherever they are; the answer is a new one. */
    TokenResponse handle(UUID id, String current, @Nullable String code, String wanted, RequestOrigin origin) {
        var account = verifyPassword.handle(id, current, origin);
        var withSecondFactor = secondFactor.handle(account, code, origin);
        return setPassword.changed(account, passwords.hash(wanted), withSecondFactor, origin);
    }
}
