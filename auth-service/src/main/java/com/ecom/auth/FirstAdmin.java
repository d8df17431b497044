package com.ecom.auth;

import com.ecom.core.service.AccessPolicy.Role;
import com.github.f4b6a3.uuid.UuidCreator;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;

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

    FirstAdmin(Settings settings, Accounts accounts, Passwords passwords) {
        this.settings = settings;
        this.accounts = accounts;
        this.passwords = passwords;
    }

    /** Later starts change nothing: neither the password nor anybody's roles, whoever is an administrator by then. */
    @Override
    public void afterSingletonsInstantiated() {
        if (settings.areAbsent()) {
            return;
        }
        var email = new Email(settings.email);
        if (accounts.with(email).isEmpty()
                && accounts.add(Account.opened(
                        UuidCreator.getTimeOrderedEpoch(), email, passwords.hash(settings.password), ADMIN))) {
            log.info("The first administrator has an account now");
        }
        if (!accounts.haveAnAdmin()) {
            throw new IllegalStateException("ecom.admin.email belongs to an account that somebody else opened");
        }
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
            if (!email.isBlank() && isWeak(password)) {
                throw new IllegalArgumentException("ecom.admin.password needs %d characters, %d of them different"
                        .formatted(SHORTEST_PASSWORD, FEWEST_CHARACTERS));
            }
        }

        boolean areAbsent() {
            return email.isBlank();
        }

        private static boolean isWeak(String password) {
            return password.length() < SHORTEST_PASSWORD
                    || password.chars().distinct().count() < FEWEST_CHARACTERS;
        }

        @Override
        public String toString() {
            return "Settings[…]";
        }
    }
}
