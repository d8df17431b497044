package com.ecom.auth;

import com.ecom.auth.MailToken.Purpose;
import com.ecom.core.outbox.Outbox;
import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Has a token mailed to the owner of an account, at most one a minute. */
@Component
class AskForMail {

    private final Accounts accounts;
    private final MailTokens tokens;
    private final Outbox outbox;
    private final SecurityLog log;
    private final Clock clock;

    AskForMail(Accounts accounts, MailTokens tokens, Outbox outbox, SecurityLog log, Clock clock) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.outbox = outbox;
        this.log = log;
        this.clock = clock;
    }

    /**
     * For an address that has no account nothing happens, and nobody hears of the difference.
     *
     * @param asker what asks, on the record; who it is nobody knows
     */
    @Transactional
    void toResetThePassword(Email email, String asker) {
        accounts.with(email).ifPresent(it -> {
            log.note(SecurityLog.Kind.PASSWORD_RESET_ASKED, it.id(), null, asker);
            mail(it, Purpose.RESET_PASSWORD);
        });
    }

    @Transactional
    void toVerifyTheAddress(Account account) {
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
        outbox.publish(new AuthEvent.MailRequested(
                purpose,
                UuidCreator.getTimeOrderedEpoch(),
                account.id(),
                account.email().value(),
                sealedToken,
                clock.instant().plus(purpose.life()).truncatedTo(ChronoUnit.MILLIS)));
    }
}
