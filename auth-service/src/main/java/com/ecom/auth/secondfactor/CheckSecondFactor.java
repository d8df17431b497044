package com.ecom.auth.secondfactor;

import com.ecom.auth.accounts.Account;
import com.ecom.auth.model.AuthRefusal;
import com.ecom.auth.model.Notice;
import com.ecom.auth.securitylog.SecurityLog;
import com.ecom.auth.securitylog.SecurityNotices;
import com.ecom.auth.throttling.LoginThrottle;
import com.ecom.auth.web.RequestOrigin;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks those who have a second factor for it, after their password was right. */
@Component
@RequiredArgsConstructor
public class CheckSecondFactor {

    /** From an authenticator app, or one to recover with. */
    public static final String CODE = Totp.FORM + "|" + RecoveryCode.FORM;

    private final SecondFactors factors;
    private final LoginThrottle throttle;
    private final SecurityNotices notices;
    private final SecurityLog log;

    /**
     * Whether a second factor was shown; {@code false} only for accounts that have none.
     *
     * @param code from the authenticator app, or one to recover with
     */
    @Transactional(noRollbackFor = AuthRefusal.class)
    public boolean handle(Account account, @Nullable String code, RequestOrigin origin) {
        if (!factors.isEnabled(account.id())) {
            return false;
        }
        if (code == null) {
            throw new AuthRefusal.SecondFactorCodeMissing();
        }
        var attempt = throttle.admitCode(account.email(), origin);
        var shown = code.matches(Totp.FORM)
                ? factors.redeem(account.id(), code)
                : recovers(account, new RecoveryCode(code));
        if (!shown) {
            log.add(SecurityLog.Kind.SECOND_FACTOR_FAILED, account.id(), null, origin.device());
            throw new AuthRefusal.SecondFactorWrong();
        }
        attempt.succeeded();
        return true;
    }

    private boolean recovers(Account account, RecoveryCode code) {
        if (!factors.redeem(account.id(), code)) {
            return false;
        }
        notices.recordAndMail(account, Notice.RECOVERY_CODE_USED, SecurityLog.Kind.RECOVERY_CODE_USED);
        return true;
    }
}
