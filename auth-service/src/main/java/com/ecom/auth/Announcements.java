package com.ecom.auth;

import com.ecom.core.outbox.Outbox;
import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells the owner of an account what happened to it, and puts it on the record: both with the change, or neither. */
@Component
class Announcements {

    private final Outbox outbox;
    private final SecurityLog log;
    private final Clock clock;

    Announcements(Outbox outbox, SecurityLog log, Clock clock) {
        this.outbox = outbox;
        this.log = log;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void tell(Account account, Notice notice, SecurityLog.Kind kind) {
        log.note(kind, account.id(), "");
        mail(account, notice);
    }

    /** Tells the shop, not the owner: from now on mails to this address are what its reader asked for. */
    @Transactional(propagation = Propagation.MANDATORY)
    void emailVerified(Account account) {
        outbox.publish(new AuthEvent.EmailVerified(
                account.id(), account.email().value(), clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    }

    /** For what is on the record already. */
    @Transactional(propagation = Propagation.MANDATORY)
    void mail(Account account, Notice notice) {
        outbox.publish(new AuthEvent.SecurityNotice(
                UuidCreator.getTimeOrderedEpoch(),
                account.id(),
                account.email().value(),
                notice.name(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    }
}
