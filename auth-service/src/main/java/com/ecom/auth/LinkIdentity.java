package com.ecom.auth;

import com.ecom.core.outbox.Outbox;
import com.ecom.core.service.AccessPolicy.Role;
import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds the account of somebody whom Google knows, by Google's id of them and never by their address. The first time,
 * the address may lead to an account only if both sides verified it: otherwise whoever opened an account with somebody
 * else's address would wait in it for its owner. Because we believe whoever clicks in the mail, and that owner may click
 * without thinking, what opened the account before opens it no longer.
 */
@Component
class LinkIdentity {

    private final Accounts accounts;
    private final ExternalIdentities identities;
    private final DropSecondFactor dropSecondFactor;
    private final EndSessions endSessions;
    private final Announcements announcements;
    private final Outbox outbox;
    private final SecurityLog log;
    private final Clock clock;

    LinkIdentity(
            Accounts accounts,
            ExternalIdentities identities,
            DropSecondFactor dropSecondFactor,
            EndSessions endSessions,
            Announcements announcements,
            Outbox outbox,
            SecurityLog log,
            Clock clock) {
        this.accounts = accounts;
        this.identities = identities;
        this.dropSecondFactor = dropSecondFactor;
        this.endSessions = endSessions;
        this.announcements = announcements;
        this.outbox = outbox;
        this.log = log;
        this.clock = clock;
    }

    @Transactional
    Account handle(GoogleIdentity who) {
        var known = identities.accountOf(who.issuer(), who.subject());
        if (known.isPresent()) {
            return accounts.get(known.get());
        }
        if (!who.emailVerified()) {
            throw new AuthRefusal.EmailNotVerifiedThere();
        }
        var account = accounts.with(who.email()).map(this::takeOver).orElseGet(() -> open(who.email()));
        identities.add(who.issuer(), who.subject(), account.id());
        announcements.tell(account, Notice.GOOGLE_LINKED, SecurityLog.Kind.GOOGLE_LINKED);
        return account;
    }

    /** From now on it belongs to whoever reads the mail, and to nobody who merely knew a password. Staff keep their factor. */
    private Account takeOver(Account found) {
        var existing = accounts.locked(found.id()).orElseThrow(AuthRefusal.SignInFailed::new);
        if (!existing.emailVerified()) {
            throw new AuthRefusal.EmailNotVerifiedHere();
        }
        if (existing.passwordHash() == null) {
            return existing;
        }
        accounts.dropPassword(existing.id());
        dropSecondFactor.handle(existing);
        endSessions.all(existing.id(), RevocationReason.PASSWORD_CHANGED);
        return accounts.get(existing.id());
    }

    private Account open(Email email) {
        var opened = Account.opened(UuidCreator.getTimeOrderedEpoch(), email, null, Set.of(Role.CUSTOMER));
        if (!accounts.add(opened)) {
            throw new AuthRefusal.EmailTaken();
        }
        accounts.verifyEmail(opened.id());
        outbox.publish(new AuthEvent.UserRegistered(
                opened.id(), email.value(), clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        announcements.emailVerified(opened);
        log.note(SecurityLog.Kind.ACCOUNT_OPENED, opened.id(), "with Google");
        return accounts.get(opened.id());
    }
}
