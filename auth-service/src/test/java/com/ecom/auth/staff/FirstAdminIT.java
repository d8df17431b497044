package com.ecom.auth.staff;

import static com.ecom.auth.AuthClient.PASSWORD;
import static com.ecom.auth.AuthClient.newEmail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import com.ecom.auth.AuthClient;
import com.ecom.auth.accounts.Accounts;
import com.ecom.auth.accounts.Email;
import com.ecom.auth.passwords.PasswordHasher;
import com.ecom.auth.securitylog.SecurityLog;
import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.test.ServiceTest;
import com.ecom.test.Shop;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ServiceTest
class FirstAdminIT {

    @Autowired
    Shop shop;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Accounts accounts;

    /** Hashing has no place in the transaction that undoes these tests. */
    final PasswordHasher passwords = mock();

    @Autowired
    SecurityLog record;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void isMadeOnceAndOnTheRecordAndKeepsTheirPassword() {
        whereThereIsNone(() -> {
            var email = newEmail();
            start(email, PASSWORD);
            start(email, "another password");

            var admin = accounts.findByEmail(new Email(email)).orElseThrow();
            assertThat(admin.roles()).containsExactly(Role.ADMIN);
            assertThat(admin.passwordHash()).isEqualTo("hash of " + PASSWORD);
            assertThat(recordOf(admin.id())).containsExactly("ROLES_CHANGED");
        });
    }

    @Test
    void anotherAddressInTheConfigurationCreatesNoSecondAdministrator() {
        whereThereIsNone(() -> {
            var another = newEmail();
            start(newEmail(), PASSWORD);
            start(another, PASSWORD);

            assertThat(accounts.findByEmail(new Email(another))).isEmpty();
        });
    }

    @Test
    void neverTakesOverAnAccountThatACustomerOpened() {
        var email = newEmail();
        new AuthClient(shop).signUp(email);
        whereThereIsNone(() -> {
            assertThatIllegalStateException().isThrownBy(() -> start(email, PASSWORD));

            assertThat(accounts.findByEmail(new Email(email)).orElseThrow().roles())
                    .containsExactly(Role.CUSTOMER);
        });
    }

    /** Whatever happens is undone, so the administrators of other tests stay. */
    private void whereThereIsNone(Runnable test) {
        new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
            transaction.setRollbackOnly();
            jdbc.sql("update account set roles = 'CUSTOMER' where find_in_set('ADMIN', roles)")
                    .update();
            test.run();
        });
    }

    private void start(String email, String password) {
        given(passwords.hash(password)).willReturn("hash of " + password);
        new FirstAdmin(new FirstAdmin.Settings(email, password), accounts, passwords, record, transactions)
                .afterSingletonsInstantiated();
    }

    private List<String> recordOf(UUID account) {
        return jdbc.sql("select kind from security_event where account_id = ?")
                .param(account.toString())
                .query(String.class)
                .list();
    }
}
