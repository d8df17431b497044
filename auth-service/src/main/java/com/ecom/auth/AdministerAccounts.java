package com.ecom.auth;

import com.ecom.core.service.AccessPolicy.Role;
import com.github.f4b6a3.uuid.UuidCreator;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What administrators do to the accounts of others, never to their own: so nobody grants themselves anything, and there
 * is always an administrator left. Every change ends the sessions that were opened before it.
 */
@Component
class AdministerAccounts {

    private final Accounts accounts;
    private final EndSessions endSessions;
    private final SecondFactors factors;
    private final Announcements announcements;
    private final SecurityLog log;

    AdministerAccounts(
            Accounts accounts,
            EndSessions endSessions,
            SecondFactors factors,
            Announcements announcements,
            SecurityLog log) {
        this.accounts = accounts;
        this.endSessions = endSessions;
        this.factors = factors;
        this.announcements = announcements;
        this.log = log;
    }

    /** An account without a password: its owner chooses one by the mail that resets it, and so proves the address. */
    @Transactional
    Account invite(UUID actor, Email email, Set<Role> roles, String reason) {
        var invited = Account.opened(UuidCreator.getTimeOrderedEpoch(), email, null, roles);
        if (!accounts.add(invited)) {
            throw new AuthRefusal.EmailTaken();
        }
        log.note(SecurityLog.Kind.ROLES_CHANGED, invited.id(), actor, "invited as %s: %s".formatted(roles, reason));
        return invited;
    }

    /** @param wanted all roles that they shall have as staff; whether they are a customer stays as it is */
    @Transactional
    void changeRoles(UUID actor, UUID id, Set<Role> wanted, String reason) {
        var admins = accounts.lockAdmins();
        var account = someoneElse(actor, id);
        if (!wanted.isEmpty() && !account.emailVerified()) {
            throw new AuthRefusal.EmailNotVerified();
        }
        if (account.roles().contains(Role.ADMIN) && !wanted.contains(Role.ADMIN)) {
            mustNotBeTheLast(admins, id);
        }
        var roles = EnumSet.noneOf(Role.class);
        roles.addAll(wanted);
        if (account.roles().contains(Role.CUSTOMER) || wanted.isEmpty()) {
            roles.add(Role.CUSTOMER);
        }
        if (roles.equals(account.roles())) {
            return;
        }
        accounts.setRoles(id, roles);
        endSessions.all(id, RevocationReason.ROLES_CHANGED);
        log.note(SecurityLog.Kind.ROLES_CHANGED, id, actor, "%s: %s".formatted(roles, reason));
    }

    @Transactional
    void suspend(UUID actor, UUID id, String reason) {
        var admins = accounts.lockAdmins();
        var account = someoneElse(actor, id);
        if (account.roles().contains(Role.ADMIN)) {
            mustNotBeTheLast(admins, id);
        }
        if (accounts.suspend(id)) {
            endSessions.all(id, RevocationReason.SUSPENDED);
            log.note(SecurityLog.Kind.SUSPENDED, id, actor, reason);
        }
    }

    @Transactional
    void restore(UUID actor, UUID id, String reason) {
        someoneElse(actor, id);
        if (accounts.restore(id)) {
            log.note(SecurityLog.Kind.RESTORED, id, actor, reason);
        }
    }

    /** For people who lost both their authenticator app and their recovery codes; the owner hears of it, whoever asked. */
    @Transactional
    void removeSecondFactor(UUID actor, UUID id, String reason) {
        var account = someoneElse(actor, id);
        if (factors.isOn(id)) {
            factors.remove(id);
            endSessions.all(id, RevocationReason.SECOND_FACTOR_CHANGED);
            log.note(SecurityLog.Kind.SECOND_FACTOR_DISABLED, id, actor, reason);
            announcements.mail(account, Notice.SECOND_FACTOR_DISABLED);
        }
    }

    private Account someoneElse(UUID actor, UUID id) {
        if (actor.equals(id)) {
            throw new AuthRefusal.OwnAccount();
        }
        accounts.lock(id);
        return accounts.find(id).orElseThrow(AuthRefusal.NoSuchAccount::new);
    }

    private static void mustNotBeTheLast(Set<UUID> admins, UUID id) {
        if (admins.equals(Set.of(id))) {
            throw new AuthRefusal.LastAdmin();
        }
    }
}
