package com.ecom.auth.mailtokens;

import com.ecom.auth.accounts.Account;
import com.ecom.auth.accounts.Accounts;
import com.ecom.auth.accounts.Email;
import com.ecom.auth.mailtokens.MailToken.Purpose;
import com.ecom.auth.model.AuthEvent;
import com.ecom.auth.securitylog.SecurityLog;
import com.ecom.core.outbox.Outbox;
import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Has a token mailed to the owner of an account, at most one a minute. */
@Component
@RequiredArgsConstructor
public class RequestMail {

    private final Accounts accounts;
    private final MailTokens tokens;
    private final Outbox outbox;
    private final SecurityLog log;
    private final Clock clock;

    /**
     * For an address without an account nothing happens, and the answer does not reveal the difference.
     *
     * @param asker the client's name for the record; the person behind it is unknown
     */
    @Transactional
    public void toResetPassword(Email email, String asker) {
        accounts.findByEmail(email).ifPresent(it -> {
            log.add(SecurityLog.Kind.PASSWORD_RESET_ASKED, it.id(), null, asker);
            mail(it, Purpose.RESET_PASSWORD);
        });
    }

    @Transactional
    public void toVerifyEmail(Account account) {
        if (!account.emailVerified()) {
            mail(account, Purpose.VERIFY_EMAIL);
        }
    }

    private void mail(Account account, Purpose purpose) {
        accounts.lock(account.id());
        if (tokens.wasJustMailed(account.id(), purpose)) {
            return;
        }
        var sealedToken = tokens.issue(account.id(), purpose);
        var request = UuidCreator.getTimeOrderedEpoch();
        var email = account.email().value();
        var expiresAt = clock.instant().plus(purpose.life()).truncatedTo(ChronoUnit.MILLIS);
        outbox.publish(
                switch (purpose) {
                    case VERIFY_EMAIL ->
                        new AuthEvent.EmailVerificationRequested(request, account.id(), email, sealedToken, expiresAt);
                    case RESET_PASSWORD ->
                        new AuthEvent.PasswordResetRequested(request, account.id(), email, sealedToken, expiresAt);
                });
    }
}
