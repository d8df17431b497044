package com.ecom.auth.google;

import com.ecom.auth.accounts.Account;
import com.ecom.auth.accounts.Accounts;
import com.ecom.auth.accounts.Email;
import com.ecom.auth.model.AuthEvent;
import com.ecom.auth.model.AuthRefusal;
import com.ecom.auth.model.Notice;
import com.ecom.auth.model.RevocationReason;
import com.ecom.auth.secondfactor.RemoveSecondFactor;
import com.ecom.auth.securitylog.SecurityLog;
import com.ecom.auth.securitylog.SecurityNotices;
import com.ecom.auth.sessions.EndSessions;
import com.ecom.core.outbox.Outbox;
import com.ecom.core.security.AccessPolicy.Role;
import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds the account of a Google identity by its subject, never by its address. The first time,
 * the address may lead to an account only if both sides verified it: otherwise an attacker could open an account with
 * a victim's address and wait for them in it. The victim may also click the verification link without thinking, so
 * linking removes the password and the second factor that were set before.
 */
@Component
class LinkIdentity {

    private final Accounts accounts;
    private final ExternalIdentities identities;
    private final RemoveSecondFactor removeSecondFactor;
    private final EndSessions endSessions;
    private final SecurityNotices notices;
    private final Outbox outbox;
    private final SecurityLog log;
    private final Clock clock;

    LinkIdentity(
            Accounts accounts,
            ExternalIdentities identities,
            RemoveSecondFactor removeSecondFactor,
            EndSessions endSessions,
            SecurityNotices notices,
            Outbox outbox,
            SecurityLog log,
            Clock clock) {
        this.accounts = accounts;
        this.identities = identities;
        this.removeSecondFactor = removeSecondFactor;
        this.endSessions = endSessions;
        this.notices = notices;
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
            throw new AuthRefusal.EmailNotVerifiedByGoogle();
        }
        var account = accounts.findByEmail(who.email()).map(this::takeOver).orElseGet(() -> open(who.email()));
        identities.add(who.issuer(), who.subject(), account.id());
        notices.recordAndMail(account, Notice.GOOGLE_LINKED, SecurityLog.Kind.GOOGLE_LINKED);
        return account;
    }

    /** From now on it belongs to the reader of the mail; a known password opens it no longer. Staff keep their factor. */
    private Account takeOver(Account found) {
        var existing = accounts.locked(found.id()).orElseThrow(AuthRefusal.SignInFailed::new);
        if (!existing.emailVerified()) {
            throw new AuthRefusal.AccountEmailNotVerified();
        }
        if (existing.passwordHash() == null) {
            return existing;
        }
        accounts.dropPassword(existing.id());
        removeSecondFactor.handle(existing);
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
        notices.publishEmailVerified(opened);
        log.add(SecurityLog.Kind.ACCOUNT_OPENED, opened.id(), "with Google");
        return accounts.get(opened.id());
    }
}
