package com.ecom.auth.staff;

import com.ecom.auth.accounts.Account;
import com.ecom.auth.accounts.Accounts;
import com.ecom.auth.accounts.Email;
import com.ecom.auth.model.AuthRefusal;
import com.ecom.auth.model.Notice;
import com.ecom.auth.model.RevocationReason;
import com.ecom.auth.secondfactor.SecondFactors;
import com.ecom.auth.securitylog.SecurityLog;
import com.ecom.auth.securitylog.SecurityNotices;
import com.ecom.auth.sessions.EndSessions;
import com.ecom.core.security.AccessPolicy.Role;
import com.github.f4b6a3.uuid.UuidCreator;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What administrators do to the accounts of others, never to their own: so no administrator grants themselves a role,
 * and one administrator always remains. Every change ends the sessions that were opened before it.
 */
@Component
@RequiredArgsConstructor
class AdministerAccounts {

    private final Accounts accounts;
    private final EndSessions endSessions;
    private final SecondFactors factors;
    private final SecurityNotices notices;
    private final SecurityLog log;

    /** An account without a password: its owner chooses one by the mail that resets it, and so proves the address. */
    @Transactional
    Account invite(UUID actor, Email email, Set<Role> roles, String reason) {
        var invited = Account.opened(UuidCreator.getTimeOrderedEpoch(), email, null, roles);
        if (!accounts.add(invited)) {
            throw new AuthRefusal.EmailTaken();
        }
        log.add(SecurityLog.Kind.ROLES_CHANGED, invited.id(), actor, "invited as %s: %s".formatted(roles, reason));
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
        log.add(SecurityLog.Kind.ROLES_CHANGED, id, actor, "%s: %s".formatted(roles, reason));
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
            log.add(SecurityLog.Kind.SUSPENDED, id, actor, reason);
        }
    }

    @Transactional
    void restore(UUID actor, UUID id, String reason) {
        someoneElse(actor, id);
        if (accounts.restore(id)) {
            log.add(SecurityLog.Kind.RESTORED, id, actor, reason);
        }
    }

    /** For owners who lost both their authenticator app and their recovery codes; the owner is always notified. */
    @Transactional
    void removeSecondFactor(UUID actor, UUID id, String reason) {
        var account = someoneElse(actor, id);
        if (factors.isEnabled(id)) {
            factors.remove(id);
            endSessions.all(id, RevocationReason.SECOND_FACTOR_CHANGED);
            log.add(SecurityLog.Kind.SECOND_FACTOR_DISABLED, id, actor, reason);
            notices.mail(account, Notice.SECOND_FACTOR_DISABLED);
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
