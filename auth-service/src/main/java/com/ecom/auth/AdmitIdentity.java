package com.ecom.auth;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets somebody in whom another provider knows; their second factor is asked for here, whatever was asked there. */
@Component
class AdmitIdentity {

    private final Accounts accounts;
    private final CheckSecondFactor secondFactor;
    private final SignInAttempts attempts;
    private final OpenSession openSession;
    private final SecurityLog log;

    AdmitIdentity(
            Accounts accounts,
            CheckSecondFactor secondFactor,
            SignInAttempts attempts,
            OpenSession openSession,
            SecurityLog log) {
        this.accounts = accounts;
        this.secondFactor = secondFactor;
        this.attempts = attempts;
        this.openSession = openSession;
        this.log = log;
    }

    Grant handle(String state, UUID id, @Nullable String code, Visitor visitor) {
        var account = accounts.get(id);
        var withSecondFactor = secondFactor.handle(account, code, visitor);
        if (!attempts.finish(state)) {
            throw new AuthRefusal.SignInFailed();
        }
        var granted = openSession.handle(account, withSecondFactor, visitor);
        log.note(SecurityLog.Kind.LOGGED_IN, id, "with Google, " + visitor.device());
        return granted;
    }
}
