package com.ecom.auth.secondfactor;

import com.ecom.auth.accounts.Account;
import com.ecom.auth.accounts.Accounts;
import com.ecom.auth.model.AuthRefusal;
import com.ecom.auth.model.Notice;
import com.ecom.auth.model.RevocationReason;
import com.ecom.auth.secrets.Secret;
import com.ecom.auth.securitylog.SecurityLog;
import com.ecom.auth.securitylog.SecurityNotices;
import com.ecom.auth.sessions.EndSessions;
import com.ecom.auth.sessions.TokenResponse;
import com.ecom.auth.web.RequestOrigin;
import java.util.List;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Enables a second factor in two steps: it is required only after the owner has confirmed that it works. */
@Component
@RequiredArgsConstructor
class SetUpSecondFactor {

    private static final int RECOVERY_CODES = 10;

    private final SecondFactors factors;
    private final Accounts accounts;
    private final EndSessions endSessions;
    private final SecurityNotices notices;

    /** A new secret, in place of one that was not confirmed. */
    @Transactional
    byte[] propose(Account proved) {
        var account = accounts.lockUnchanged(proved);
        if (factors.isEnabled(account.id())) {
            throw new AuthRefusal.SecondFactorAlreadyEnabled();
        }
        var secret = Secret.bytes(Totp.SECRET_BYTES);
        factors.propose(account.id(), secret);
        return secret;
    }

    /** Ends all sessions, none of which was opened with it, and opens a new one for the caller. */
    @Transactional
    Confirmed confirm(Account seen, String code, RequestOrigin origin) {
        var account = accounts.lockUnchanged(seen);
        if (factors.isEnabled(account.id())) {
            throw new AuthRefusal.SecondFactorAlreadyEnabled();
        }
        if (!factors.redeem(account.id(), code)) {
            throw new AuthRefusal.SecondFactorWrong();
        }
        var codes = Stream.generate(RecoveryCode::fresh).limit(RECOVERY_CODES).toList();
        factors.confirm(account.id(), codes);
        notices.recordAndMail(account, Notice.SECOND_FACTOR_ENABLED, SecurityLog.Kind.SECOND_FACTOR_ENABLED);
        return new Confirmed(
                codes.stream().map(RecoveryCode::value).toList(),
                endSessions.allAndReopen(account.id(), RevocationReason.SECOND_FACTOR_CHANGED, true, origin));
    }

    /** Requires that the caller has just presented it once more. */
    @Transactional
    TokenResponse remove(Account proved, RequestOrigin origin) {
        var account = accounts.lockUnchanged(proved);
        factors.remove(account.id());
        notices.recordAndMail(account, Notice.SECOND_FACTOR_DISABLED, SecurityLog.Kind.SECOND_FACTOR_DISABLED);
        return endSessions.allAndReopen(account.id(), RevocationReason.SECOND_FACTOR_CHANGED, false, origin);
    }

    /** @param recoveryCodes to be kept by the owner; they are shown this once */
    record Confirmed(List<String> recoveryCodes, TokenResponse grant) {

        @Override
        public String toString() {
            return "Confirmed[…]";
        }
    }
}
