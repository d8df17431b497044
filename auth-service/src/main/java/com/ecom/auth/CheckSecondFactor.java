package com.ecom.auth;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks those who have a second factor for it, after their password was right. */
@Component
class CheckSecondFactor {

    private final SecondFactors factors;
    private final LoginThrottle throttle;
    private final Announcements announcements;
    private final SecurityLog log;

    CheckSecondFactor(SecondFactors factors, LoginThrottle throttle, Announcements announcements, SecurityLog log) {
        this.factors = factors;
        this.throttle = throttle;
        this.announcements = announcements;
        this.log = log;
    }

    /**
     * Whether a second factor was shown; {@code false} only for accounts that have none.
     *
     * @param code from the authenticator app, or one to recover with
     */
    @Transactional(noRollbackFor = AuthRefusal.class)
    boolean handle(Account account, @Nullable String code, Visitor visitor) {
        if (!factors.isOn(account.id())) {
            return false;
        }
        if (code == null) {
            throw new AuthRefusal.SecondFactorNeeded();
        }
        var attempt = throttle.admitCode(account.email(), visitor);
        var shown = code.matches(Totp.FORM)
                ? factors.redeem(account.id(), code)
                : recovers(account, new RecoveryCode(code));
        if (!shown) {
            log.note(SecurityLog.Kind.SECOND_FACTOR_FAILED, account.id(), null, visitor.device());
            throw new AuthRefusal.SecondFactorWrong();
        }
        attempt.succeeded();
        return true;
    }

    private boolean recovers(Account account, RecoveryCode code) {
        if (!factors.redeem(account.id(), code)) {
            return false;
        }
        announcements.tell(account, Notice.RECOVERY_CODE_USED, SecurityLog.Kind.RECOVERY_CODE_USED);
        return true;
    }
}
