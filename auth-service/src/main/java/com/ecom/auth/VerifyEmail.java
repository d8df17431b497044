package com.ecom.auth;

import com.ecom.auth.MailToken.Purpose;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Believes that an address belongs to the account, because somebody read what was mailed there. */
@Component
class VerifyEmail {

    private final MailTokens tokens;
    private final Accounts accounts;
    private final Announcements announcements;
    private final SecurityLog log;

    VerifyEmail(MailTokens tokens, Accounts accounts, Announcements announcements, SecurityLog log) {
        this.announcements = announcements;
        this.tokens = tokens;
        this.accounts = accounts;
        this.log = log;
    }

    @Transactional
    void handle(MailToken token) {
        var id = tokens.redeem(token, Purpose.VERIFY_EMAIL).orElseThrow(AuthRefusal.MailTokenNotValid::new);
        if (accounts.verifyEmail(id)) {
            announcements.emailVerified(accounts.get(id));
        }
        log.note(SecurityLog.Kind.EMAIL_VERIFIED, id, "");
    }
}
