package com.ecom.auth.secondfactor;

import com.ecom.auth.accounts.Account;
import com.ecom.auth.accounts.StaffPolicy;
import com.ecom.auth.model.Notice;
import com.ecom.auth.securitylog.SecurityLog;
import com.ecom.auth.securitylog.SecurityNotices;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Removes the second factor of an account whose rightful owner has just proved themselves. Staff keep theirs. */
@Component
@RequiredArgsConstructor
public class RemoveSecondFactor {

    private final SecondFactors factors;
    private final SecurityNotices notices;

    /** Within the caller's transaction. Notifies the owner if it was enabled. */
    public void handle(Account account) {
        if (StaffPolicy.isStaff(account.roles())) {
            return;
        }
        if (factors.isEnabled(account.id())) {
            notices.recordAndMail(account, Notice.SECOND_FACTOR_DISABLED, SecurityLog.Kind.SECOND_FACTOR_DISABLED);
        }
        factors.remove(account.id());
    }
}
