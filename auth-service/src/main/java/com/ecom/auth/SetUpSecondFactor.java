package com.ecom.auth;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives an account a second factor, in two steps: nobody is asked for one before they showed that theirs works. */
@Component
class SetUpSecondFactor {

    private static final int RECOVERY_CODES = 10;

    private final SecondFactors factors;
    private final Accounts accounts;
    private final EndSessions endSessions;
    private final Announcements announcements;

    SetUpSecondFactor(SecondFactors factors, Accounts accounts, EndSessions endSessions, Announcements announcements) {
        this.factors = factors;
        this.accounts = accounts;
        this.endSessions = endSessions;
        this.announcements = announcements;
    }

    /** A new secret, in place of one that was not confirmed. */
    @Transactional
    byte[] propose(Account proved) {
        var account = accounts.lockUnchanged(proved);
        if (factors.isOn(account.id())) {
            throw new AuthRefusal.SecondFactorIsOn();
        }
        var secret = Secret.bytes(Totp.SECRET_BYTES);
        factors.propose(account.id(), secret);
        return secret;
    }

    /** All sessions end, for none was opened with it; whoever confirms it gets a new one. */
    @Transactional
    Confirmed confirm(Account seen, String code, Visitor visitor) {
        var account = accounts.lockUnchanged(seen);
        if (factors.isOn(account.id())) {
            throw new AuthRefusal.SecondFactorIsOn();
        }
        if (!factors.redeem(account.id(), code)) {
            throw new AuthRefusal.SecondFactorWrong();
        }
        var codes = Stream.generate(RecoveryCode::fresh).limit(RECOVERY_CODES).toList();
        factors.confirm(account.id(), codes);
        announcements.tell(account, Notice.SECOND_FACTOR_ENABLED, SecurityLog.Kind.SECOND_FACTOR_ENABLED);
        return new Confirmed(
                codes.stream().map(RecoveryCode::value).toList(),
                endSessions.allAndReopen(account.id(), RevocationReason.SECOND_FACTOR_CHANGED, true, visitor));
    }

    /** For whoever just showed it once more. */
    @Transactional
    Grant remove(Account proved, Visitor visitor) {
        var account = accounts.lockUnchanged(proved);
        factors.remove(account.id());
        announcements.tell(account, Notice.SECOND_FACTOR_DISABLED, SecurityLog.Kind.SECOND_FACTOR_DISABLED);
        return endSessions.allAndReopen(account.id(), RevocationReason.SECOND_FACTOR_CHANGED, false, visitor);
    }

    /** @param recoveryCodes to be kept by the owner; they are shown this once */
    record Confirmed(List<String> recoveryCodes, Grant grant) {

        @Override
        public String toString() {
            return "Confirmed[…]";
        }
    }
}
