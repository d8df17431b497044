package com.ecom.auth;

import com.ecom.core.address.EmailAddresses;
import com.ecom.core.service.AccessPolicy.Role;
import com.github.f4b6a3.uuid.UuidCreator;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The first administrator comes from the configuration, because nobody can sign up as one. Staff are not customers, so
 * the shop does not hear of a registration.
 */
@Component
class FirstAdmin implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(FirstAdmin.class);

    private final Settings settings;
    private final Accounts accounts;
    private final Passwords passwords;
    private final SecurityLog record;
    private final TransactionTemplate transactions;

    FirstAdmin(
            Settings settings,
            Accounts accounts,
            Passwords passwords,
            SecurityLog record,
            PlatformTransactionManager transactions) {
        this.settings = settings;
        this.accounts = accounts;
        this.passwords = passwords;
        this.record = record;
        this.transactions = new TransactionTemplate(transactions);
    }

    /**
     * Where there is an administrator, whoever it is, nothing happens: neither a password nor anybody's roles change, and
     * another address in the configuration makes nobody another one.
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
                record.note(SecurityLog.Kind.ROLES_CHANGED, admin.id(), null, "the first administrator, as configured");
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
