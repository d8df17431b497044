package com.ecom.auth;

import com.ecom.core.outbox.Outbox;
import com.ecom.core.service.AccessPolicy.Role;
import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens an account, which can do what customers do and nothing else, and lets its owner in. */
@Component
class OpenAccount {

    private final Accounts accounts;
    private final OpenSession openSession;
    private final Outbox outbox;
    private final SecurityLog log;
    private final AskForMail askForMail;
    private final Clock clock;

    OpenAccount(
            Accounts accounts,
            OpenSession openSession,
            Outbox outbox,
            SecurityLog log,
            AskForMail askForMail,
            Clock clock) {
        this.accounts = accounts;
        this.openSession = openSession;
        this.outbox = outbox;
        this.log = log;
        this.askForMail = askForMail;
        this.clock = clock;
    }

    @Transactional
    Grant handle(Email email, String passwordHash, Visitor visitor) {
        var account = Account.opened(UuidCreator.getTimeOrderedEpoch(), email, passwordHash, Set.of(Role.CUSTOMER));
        if (!accounts.add(account)) {
            throw new AuthRefusal.EmailTaken();
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        outbox.publish(new AuthEvent.UserRegistered(account.id(), email.value(), now));
        log.note(SecurityLog.Kind.ACCOUNT_OPENED, account.id(), visitor.device());
        askForMail.toVerifyTheAddress(account);
        return openSession.handle(account, false, visitor);
    }
}
