package com.ecom.auth.passwords;

import com.ecom.auth.accounts.Account;
import com.ecom.auth.accounts.Accounts;
import com.ecom.auth.accounts.Email;
import com.ecom.auth.model.AuthRefusal;
import com.ecom.auth.securitylog.SecurityLog;
import com.ecom.auth.throttling.LoginThrottle;
import com.ecom.auth.web.RequestOrigin;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Verifies an account's password; answers the same, in the same time, whether or not the account exists. */
@Component
@RequiredArgsConstructor
public class VerifyPassword {

    private final Accounts accounts;
    private final PasswordHasher passwords;
    private final LoginThrottle throttle;
    private final SecurityLog log;

    public Account handle(Email email, String password, RequestOrigin origin) {
        return shown(email, accounts.findByEmail(email).orElse(null), password, origin);
    }

    /** For what an open session alone does not allow. */
    public Account handle(UUID id, String password, RequestOrigin origin) {
        var account = accounts.get(id);
        return shown(account.email(), account, password, origin);
    }

    private Account shown(Email email, @Nullable Account account, String password, RequestOrigin origin) {
        var attempt = throttle.admit(email, origin);
        if (!passwords.matches(password, account == null ? null : account.passwordHash()) || account == null) {
            log.add(SecurityLog.Kind.LOGIN_FAILED, account == null ? null : account.id(), null, origin.device());
            throw new AuthRefusal.WrongCredentials();
        }
        attempt.succeeded();
        renew(account, password);
        return account;
    }

    /** What hashes cost goes up over the years, and only here is the password known. */
    private void renew(Account account, String password) {
        var hash = account.passwordHash();
        if (hash != null) {
            passwords.rehash(password, hash).ifPresent(it -> accounts.renewHash(account.id(), hash, it));
        }
    }
}
