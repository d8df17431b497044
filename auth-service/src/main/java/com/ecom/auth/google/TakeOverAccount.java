package com.ecom.auth.google;

import com.ecom.auth.accounts.Account;
import com.ecom.auth.accounts.Accounts;
import com.ecom.auth.model.AuthRefusal;
import com.ecom.auth.model.RevocationReason;
import com.ecom.auth.secondfactor.RemoveSecondFactor;
import com.ecom.auth.sessions.EndSessions;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Gives an account that had a password to the Google identity of its verified address. */
@Component
@RequiredArgsConstructor
class TakeOverAccount {

    private final Accounts accounts;
    private final RemoveSecondFactor removeSecondFactor;
    private final EndSessions endSessions;

    /** From now on it belongs to the reader of the mail; a known password opens it no longer. Staff keep their factor. */
    Account handle(Account found) {
        var existing = accounts.locked(found.id()).orElseThrow(AuthRefusal.SignInFailed::new);
        if (!existing.emailVerified()) {
            throw new AuthRefusal.AccountEmailNotVerified();
        }
        if (existing.passwordHash() == null) {
            return existing;
        }
        accounts.dropPassword(existing.id());
        removeSecondFactor.handle(existing);
        endSessions.all(existing.id(), RevocationReason.PASSWORD_CHANGED);
        return accounts.get(existing.id());
    }
}
