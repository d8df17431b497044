package com.ecom.auth;

import java.util.UUID;
import org.springframework.stereotype.Component;

/** Says how an account stands with its second factor. */
@Component
class StaffSecondFactor {

    private final Accounts accounts;
    private final SecondFactors factors;
    private final StaffRule rule;

    StaffSecondFactor(Accounts accounts, SecondFactors factors, StaffRule rule) {
        this.accounts = accounts;
        this.factors = factors;
        this.rule = rule;
    }

    State of(UUID id) {
        var account = accounts.get(id);
        return new State(factors.isOn(id), rule.requiresSecondFactorOf(account), factors.recoveryCodesLeft(id));
    }

    Account accountOf(UUID id) {
        return accounts.get(id);
    }

    /** @throws AuthRefusal.SecondFactorRequired if the account may not do without */
    void mustBeDispensable(Account account) {
        if (rule.requiresSecondFactorOf(account)) {
            throw new AuthRefusal.SecondFactorRequired();
        }
    }

    /** @param required whether some of the account's roles have no effect without */
    record State(boolean enabled, boolean required, int recoveryCodesLeft) {}
}
