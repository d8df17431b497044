package com.ecom.auth.accounts;

import com.ecom.auth.settings.AuthProperties;
import com.ecom.core.security.AccessPolicy.Role;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * Which of an account's roles a session has (OWASP ASVS 5.0, 6.3.3). What staff may do, they may do only in sessions
 * that were opened with a second factor; without, they are customers.
 */
@Component
public class StaffPolicy {

    private static final Set<Role> STAFF = EnumSet.complementOf(EnumSet.of(Role.GUEST, Role.CUSTOMER, Role.SERVICE));

    private final boolean required;

    /** @throws IllegalStateException if staff are to do without one anywhere but on a developer's machine */
    StaffPolicy(AuthProperties properties, Environment environment) {
        this.required = properties.staffSecondFactor() == AuthProperties.SecondFactor.REQUIRED;
        if (!required && !environment.acceptsProfiles(Profiles.of("dev"))) {
            throw new IllegalStateException("ecom.auth.staff-second-factor may be optional only under the profile dev");
        }
    }

    public Set<Role> rolesOf(Account account, boolean withSecondFactor) {
        if (!required || withSecondFactor || !isStaff(account.roles())) {
            return account.roles();
        }
        return Set.of(Role.CUSTOMER);
    }

    public boolean requiresSecondFactorOf(Account account) {
        return required && isStaff(account.roles());
    }

    public static boolean isStaff(Set<Role> roles) {
        return roles.stream().anyMatch(STAFF::contains);
    }
}
