package com.ecom.auth.securitylog;

import com.ecom.auth.accounts.Account;
import com.ecom.auth.model.AuthEvent;
import com.ecom.auth.model.Notice;
import com.ecom.core.outbox.Outbox;
import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Notifies the owner of an account and records the security event, in the transaction of the change itself. */
@Component
@RequiredArgsConstructor
public class SecurityNotices {

    private final Outbox outbox;
    private final SecurityLog log;
    private final Clock clock;

    @Transactional(propagation = Propagation.MANDATORY)
    public void recordAndMail(Account account, Notice notice, SecurityLog.Kind kind) {
        log.add(kind, account.id(), "");
        mail(account, notice);
    }

    /** Publishes to the shop, not to the owner, that the address now belongs to the account. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void publishEmailVerified(Account account) {
        outbox.publish(new AuthEvent.EmailVerified(
                account.id(), account.email().value(), clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    }

    /** For what is already recorded. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void mail(Account account, Notice notice) {
        outbox.publish(new AuthEvent.SecurityNotice(
                UuidCreator.getTimeOrderedEpoch(),
                account.id(),
                account.email().value(),
                notice.name(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    }
}
