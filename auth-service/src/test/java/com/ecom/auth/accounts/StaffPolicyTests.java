package com.ecom.auth.accounts;

import static com.ecom.auth.settings.AuthProperties.SecondFactor.OPTIONAL;
import static com.ecom.auth.settings.AuthProperties.SecondFactor.REQUIRED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.ecom.auth.settings.AuthProperties;
import com.ecom.core.security.AccessPolicy.Role;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class StaffPolicyTests {

    private final Account admin = account(Role.ADMIN, Role.CUSTOMER);
    private final Account customer = account(Role.CUSTOMER);

    @Test
    void staffWithoutASecondFactorAreCustomers() {
        var rule = rule(REQUIRED);

        assertThat(rule.rolesOf(admin, false)).containsExactly(Role.CUSTOMER);
        assertThat(rule.rolesOf(admin, true)).containsExactlyInAnyOrder(Role.ADMIN, Role.CUSTOMER);
        assertThat(rule.rolesOf(customer, false)).containsExactly(Role.CUSTOMER);
        assertThat(rule.requiresSecondFactorOf(admin)).isTrue();
        assertThat(rule.requiresSecondFactorOf(customer)).isFalse();
    }

    @Test
    void onlyTheDevProfileMakesItOptional() {
        assertThatIllegalStateException().isThrownBy(() -> rule(OPTIONAL));
        assertThatIllegalStateException().isThrownBy(() -> rule(OPTIONAL, "production"));
        assertThat(rule(OPTIONAL, "dev").rolesOf(admin, false)).contains(Role.ADMIN);
    }

    private static StaffPolicy rule(AuthProperties.SecondFactor secondFactor, String... profiles) {
        var environment = new MockEnvironment();
        environment.setActiveProfiles(profiles);
        var any = Duration.ofMinutes(5);
        return new StaffPolicy(new AuthProperties(any, any, any, any, any, secondFactor), environment);
    }

    private static Account account(Role... roles) {
        return Account.opened(UUID.randomUUID(), new Email("ada@example.com"), "hash", Set.of(roles));
    }
}
