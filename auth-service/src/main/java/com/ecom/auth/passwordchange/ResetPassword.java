package com.ecom.auth.passwordchange;

import com.ecom.auth.accounts.Email;
import com.ecom.auth.mailtokens.MailToken;
import com.ecom.auth.mailtokens.MailToken.Purpose;
import com.ecom.auth.mailtokens.MailTokens;
import com.ecom.auth.model.AuthRefusal;
import com.ecom.auth.passwords.PasswordHasher;
import com.ecom.auth.throttling.LoginThrottle;
import com.ecom.auth.web.RequestOrigin;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Sets a new password by a mailed token. No transaction waits for a hash, and an invalid token costs none. */
@Component
@RequiredArgsConstructor
class ResetPassword {

    private final MailTokens tokens;
    private final PasswordHasher passwords;
    private final LoginThrottle throttle;
    private final SetPassword setPassword;

    /** Throttles requests for mails, whether or not the account exists. */
    void admit(Email email, RequestOrigin origin) {
        throttle.admitMail(email, origin);
    }

    void handle(MailToken token, String wanted, RequestOrigin origin) {
        if (!tokens.isGood(token, Purpose.RESET_PASSWORD)) {
            throw new AuthRefusal.MailTokenNotValid();
        }
        throttle.remember(setPassword.reset(token, passwords.hash(wanted)), origin);
    }
}
