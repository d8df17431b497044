package com.ecom.auth;

import org.springframework.stereotype.Component;

/** Takes the second factor off an account that turned out to be somebody else's until now. Staff keep theirs. */
@Component
class DropSecondFactor {

    private final SecondFactors factors;
    private final Announcements announcements;

    DropSecondFactor(SecondFactors factors, Announcements announcements) {
        this.factors = factors;
        this.announcements = announcements;
    }

    /** Within the caller's transaction. The owner hears of it if it was on. */
    void handle(Account account) {
        if (StaffRule.isStaff(account.roles())) {
            return;
        }
        if (factors.isOn(account.id())) {
            announcements.tell(account, Notice.SECOND_FACTOR_DISABLED, SecurityLog.Kind.SECOND_FACTOR_DISABLED);
        }
        factors.remove(account.id());
    }
}
