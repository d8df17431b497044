package com.ecom.auth;

import com.ecom.auth.MailToken.Purpose;
import org.springframework.stereotype.Component;

/** Sets a new password for whoever reads the account's mail. No transaction waits for a hash, and no hash is made in vain. */
@Component
class ResetPassword {

    private final MailTokens tokens;
    private final Passwords passwords;
    private final LoginThrottle throttle;
    private final SetPassword setPassword;

    ResetPassword(MailTokens tokens, Passwords passwords, LoginThrottle throttle, SetPassword setPassword) {
        this.tokens = tokens;
        this.passwords = passwords;
        this.throttle = throttle;
        this.setPassword = setPassword;
    }

    /** Slows down whoever asks for many mails, whether or not there is such an account. */
    void admit(Email email, Visitor visitor) {
        throttle.admitMail(email, visitor);
    }

    void handle(MailToken token, String wanted, Visitor visitor) {
        if (!tokens.isGood(token, Purpose.RESET_PASSWORD)) {
            throw new AuthRefusal.MailTokenNotValid();
        }
        throttle.remember(setPassword.reset(token, passwords.hash(wanted)), visitor);
    }
}
