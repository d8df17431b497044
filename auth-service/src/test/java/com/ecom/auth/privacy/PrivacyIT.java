package com.ecom.auth.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.auth.accounts.Account;
import com.ecom.auth.accounts.Accounts;
import com.ecom.auth.accounts.Email;
import com.ecom.auth.secondfactor.SecondFactorFixture;
import com.ecom.auth.sessions.OpenSession;
import com.ecom.auth.throttling.LoginThrottle;
import com.ecom.auth.web.RequestOrigin;
import com.ecom.core.privacy.PersonalData;
import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.test.PrivacyContract;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class PrivacyIT extends PrivacyContract {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Accounts accounts;

    @Autowired
    OpenSession openSession;

    @Autowired
    LoginThrottle throttle;

    @Autowired
    BeanFactory beans;

    @Autowired
    PersonalData personalData;

    PrivacyIT() {
        super("auth-service");
    }

    @Override
    protected void keepSomethingOf(UUID person) {
        var email = new Email(person + "@example.com");
        accounts.add(Account.opened(person, email, "hash", Set.of(Role.CUSTOMER)));
        openSession.handle(accounts.get(person), false, new RequestOrigin("a browser", null));
        throttle.remember(person, new RequestOrigin("a browser", "198.18.0.1"));
        new SecondFactorFixture(beans).enable(person);
    }

    @Override
    protected void nothingIsLeftOf(UUID person) {
        assertThat(accounts.findByEmail(new Email(person + "@example.com"))).isEmpty();
        var tables = jdbc.sql("""
                select table_name from information_schema.columns
                where table_schema = database() and column_name = 'account_id'
                  and table_name not in ('security_event', 'sign_in_attempt')
                """).query(String.class).list();
        assertThat(tables).contains("login_session", "second_factor");
        for (var table : tables) {
            assertThat(jdbc.sql("select count(*) from %s where account_id = ?".formatted(table))
                            .param(person.toString())
                            .query(Integer.class)
                            .single())
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void staffAreLetGoBeforeTheyAreForgotten() {
        var id = UUID.randomUUID();
        keepSomethingOf(id);
        accounts.setRoles(id, EnumSet.of(Role.CUSTOMER, Role.SUPPORT));

        assertThat(personalData.erase(id)).get().satisfies(it -> {
            assertThat(it.erased()).isZero();
            assertThat(it.kept()).isEqualTo(1);
            assertThat(it.reason()).contains("staff");
        });
        assertThat(accounts.find(id)).isPresent();
    }
}
