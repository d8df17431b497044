package com.ecom.auth.secondfactor;

import com.ecom.auth.accounts.Account;
import com.ecom.auth.accounts.Accounts;
import com.ecom.auth.accounts.StaffPolicy;
import com.ecom.auth.model.AuthRefusal;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Says how an account stands with its second factor. */
@Component
@RequiredArgsConstructor
class SecondFactorStatus {

    private final Accounts accounts;
    private final SecondFactors factors;
    private final StaffPolicy rule;

    SecondFactor of(UUID id) {
        var account = accounts.get(id);
        return new SecondFactor(
                factors.isEnabled(id), rule.requiresSecondFactorOf(account), factors.recoveryCodesLeft(id));
    }

    Account accountOf(UUID id) {
        return accounts.get(id);
    }

    /** @throws AuthRefusal.SecondFactorRequired if the account may not do without */
    void requireOptional(Account account) {
        if (rule.requiresSecondFactorOf(account)) {
            throw new AuthRefusal.SecondFactorRequired();
        }
    }

    /** @param required whether some of the account's roles have no effect without */
    record SecondFactor(boolean enabled, boolean required, int recoveryCodesLeft) {}
}
