package com.ecom.auth.mailtokens;

import com.ecom.auth.accounts.Accounts;
import com.ecom.auth.mailtokens.MailToken.Purpose;
import com.ecom.auth.model.AuthRefusal;
import com.ecom.auth.securitylog.SecurityLog;
import com.ecom.auth.securitylog.SecurityNotices;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Marks an address as verified by the token that was mailed to it. */
@Component
@RequiredArgsConstructor
class VerifyEmail {

    private final MailTokens tokens;
    private final Accounts accounts;
    private final SecurityNotices notices;
    private final SecurityLog log;

    @Transactional
    void handle(MailToken token) {
        var id = tokens.redeem(token, Purpose.VERIFY_EMAIL).orElseThrow(AuthRefusal.MailTokenNotValid::new);
        if (accounts.verifyEmail(id)) {
            notices.publishEmailVerified(accounts.get(id));
        }
        log.add(SecurityLog.Kind.EMAIL_VERIFIED, id, "");
    }
}
