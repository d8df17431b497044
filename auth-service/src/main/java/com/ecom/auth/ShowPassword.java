package com.ecom.auth;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Believes whoever knows an account's password; says and takes the same whether or not there is such an account. */
@Component
class ShowPassword {

    private final Accounts accounts;
    private final Passwords passwords;
    private final LoginThrottle throttle;
    private final SecurityLog log;

    ShowPassword(Accounts accounts, Passwords passwords, LoginThrottle throttle, SecurityLog log) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.throttle = throttle;
        this.log = log;
    }

    Account handle(Email email, String password, Visitor visitor) {
        return shown(email, accounts.with(email).orElse(null), password, visitor);
    }

    /** For what an open session alone does not allow. */
    Account handle(UUID id, String password, Visitor visitor) {
        var account = accounts.get(id);
        return shown(account.email(), account, password, visitor);
    }

    private Account shown(Email email, @Nullable Account account, String password, Visitor visitor) {
        var attempt = throttle.admit(email, visitor);
        if (!passwords.match(password, account == null ? null : account.passwordHash()) || account == null) {
            log.note(SecurityLog.Kind.LOGIN_FAILED, account == null ? null : account.id(), null, visitor.device());
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
            passwords.renewed(password, hash).ifPresent(it -> accounts.renewHash(account.id(), hash, it));
        }
    }
}
