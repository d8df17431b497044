package com.ecom.auth.staff;

import com.ecom.auth.accounts.Account;
import com.ecom.auth.accounts.Accounts;
import com.ecom.auth.accounts.Email;
import com.ecom.auth.passwords.PasswordHasher;
import com.ecom.auth.securitylog.SecurityLog;
import com.ecom.core.address.EmailAddresses;
import com.ecom.core.security.AccessPolicy.Role;
import com.github.f4b6a3.uuid.UuidCreator;
import java.util.Set;
import lombok.extern.slf4j.Slf4j;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The first administrator comes from the configuration, because sign-up creates customers only. Staff are not
 * customers, so no registration is published.
 */
@Component
@Slf4j
class FirstAdmin implements SmartInitializingSingleton {

    private final Settings settings;
    private final Accounts accounts;
    private final PasswordHasher passwords;
    private final SecurityLog record;
    private final TransactionTemplate transactions;

    FirstAdmin(
            Settings settings,
            Accounts accounts,
            PasswordHasher passwords,
            SecurityLog record,
            PlatformTransactionManager transactions) {
        this.settings = settings;
        this.accounts = accounts;
        this.passwords = passwords;
        this.record = record;
        this.transactions = new TransactionTemplate(transactions);
    }

    /**
     * Does nothing once an administrator exists: no password and no roles change, and another address in the
     * configuration creates no second administrator.
     */
    @Override
    public void afterSingletonsInstantiated() {
        if (settings.areAbsent() || accounts.haveAnAdmin()) {
            return;
        }
        open(Account.opened(
                UuidCreator.getTimeOrderedEpoch(),
                new Email(settings.email),
                passwords.hash(settings.password),
                ADMIN));
        if (!accounts.haveAnAdmin()) {
            throw new IllegalStateException("ecom.admin.email belongs to an account that somebody else opened");
        }
    }

    /** Of instances that start together, one does. */
    private void open(Account admin) {
        transactions.executeWithoutResult(_ -> {
            if (accounts.add(admin)) {
                record.add(SecurityLog.Kind.ROLES_CHANGED, admin.id(), null, "the first administrator, as configured");
                log.info("The first administrator has an account now");
            }
        });
    }

    private static final Set<Role> ADMIN = Set.of(Role.ADMIN);

    @ConfigurationProperties("ecom.admin")
    record Settings(
            @DefaultValue("") String email,
            @DefaultValue("") String password) {

        private static final int SHORTEST_PASSWORD = 12;
        private static final int FEWEST_CHARACTERS = 6;

        Settings {
            if (email.isBlank() != password.isBlank()) {
                throw new IllegalArgumentException("ecom.admin.email and ecom.admin.password go together");
            }
            if (!email.isBlank() && EmailAddresses.reachable(email).isEmpty()) {
                throw new IllegalArgumentException("ecom.admin.email is no address that mail reaches");
            }
            if (!email.isBlank() && isWeak(password)) {
                throw new IllegalArgumentException("ecom.admin.password needs %d characters, %d of them different"
                        .formatted(SHORTEST_PASSWORD, FEWEST_CHARACTERS));
            }
        }

        boolean areAbsent() {
            return email.isBlank();
        }

        private static boolean isWeak(String password) {
            return password.codePointCount(0, password.length()) < SHORTEST_PASSWORD
                    || password.codePoints().distinct().count() < FEWEST_CHARACTERS;
        }

        @Override
        public String toString() {
            return "Settings[…]";
        }
    }
}
