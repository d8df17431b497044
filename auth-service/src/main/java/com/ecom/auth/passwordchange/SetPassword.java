package com.ecom.auth.passwordchange;

import com.ecom.auth.accounts.Account;
import com.ecom.auth.accounts.Accounts;
import com.ecom.auth.mailtokens.MailToken;
import com.ecom.auth.mailtokens.MailToken.Purpose;
import com.ecom.auth.mailtokens.MailTokens;
import com.ecom.auth.model.AuthRefusal;
import com.ecom.auth.model.Notice;
import com.ecom.auth.model.RevocationReason;
import com.ecom.auth.secondfactor.RemoveSecondFactor;
import com.ecom.auth.securitylog.SecurityLog;
import com.ecom.auth.securitylog.SecurityNotices;
import com.ecom.auth.sessions.EndSessions;
import com.ecom.auth.sessions.TokenResponse;
import com.ecom.auth.web.RequestOrigin;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives an account a new password and ends every session that was opened with the old one. */
@Component
@RequiredArgsConstructor
class SetPassword {

    private final Accounts accounts;
    private final RemoveSecondFactor removeSecondFactor;
    private final EndSessions endSessions;
    private final MailTokens mailTokens;
    private final SecurityNotices notices;

    /** A change that the owner requested from within a session; the caller receives a new session. */
    @Transactional
    TokenResponse changed(Account proved, String hash, boolean withSecondFactor, RequestOrigin origin) {
        var account = accounts.lockUnchanged(proved);
        accounts.setPassword(account.id(), hash);
        var successor =
                endSessions.allAndReopen(account.id(), RevocationReason.PASSWORD_CHANGED, withSecondFactor, origin);
        notices.recordAndMail(account, Notice.PASSWORD_CHANGED, SecurityLog.Kind.PASSWORD_CHANGED);
        return successor;
    }

    /**
     * A change by the reader of the account's mail, which also verifies the address. If it was not verified before, a
     * stranger who signed up with the address may have set the second factor: it would lock the owner out.
     */
    @Transactional
    UUID reset(MailToken token, String hash) {
        var id = mailTokens.redeem(token, Purpose.RESET_PASSWORD).orElseThrow(AuthRefusal.MailTokenNotValid::new);
        var before = accounts.get(id);
        accounts.setPassword(id, hash);
        if (accounts.verifyEmail(id)) {
            notices.publishEmailVerified(before);
        }
        if (!before.emailVerified()) {
            removeSecondFactor.handle(before);
        }
        endSessions.all(id, RevocationReason.PASSWORD_RESET);
        notices.recordAndMail(accounts.get(id), Notice.PASSWORD_CHANGED, SecurityLog.Kind.PASSWORD_RESET);
        return id;
    }
}
