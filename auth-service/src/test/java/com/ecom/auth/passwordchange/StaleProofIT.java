package com.ecom.auth.passwordchange;

import static com.ecom.auth.AuthClient.newEmail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.ecom.auth.AuthClient;
import com.ecom.auth.AuthClient.Granted;
import com.ecom.auth.accounts.Account;
import com.ecom.auth.accounts.Accounts;
import com.ecom.auth.model.AuthRefusal;
import com.ecom.auth.model.RevocationReason;
import com.ecom.auth.passwords.PasswordHasher;
import com.ecom.auth.secondfactor.SecondFactorFixture;
import com.ecom.auth.secondfactor.SecondFactors;
import com.ecom.auth.sessions.EndSessions;
import com.ecom.auth.sessions.OpenSession;
import com.ecom.auth.web.RequestOrigin;
import com.ecom.test.ServiceTest;
import com.ecom.test.Shop;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A password was right, and the account changed before the session opened. */
@ServiceTest
class StaleProofIT {

    private static final RequestOrigin ORIGIN = new RequestOrigin("a browser", null);

    @Autowired
    Shop shop;

    @Autowired
    Accounts accounts;

    @Autowired
    PasswordHasher passwords;

    @Autowired
    SecondFactors factors;

    @Autowired
    OpenSession openSession;

    @Autowired
    EndSessions endSessions;

    @Autowired
    SetPassword setPassword;

    @Autowired
    BeanFactory beans;

    @Autowired
    JdbcClient jdbc;

    AuthClient auth;
    Granted first;
    Account proved;

    @BeforeEach
    void prove() {
        auth = new AuthClient(shop);
        first = auth.signUp(newEmail());
        proved = accounts.get(first.userId());
    }

    @Test
    void aLogInOnItsWayDoesNotSurviveTheEndOfAllSessions() {
        endSessions.all(proved.id(), RevocationReason.PASSWORD_RESET);

        refused(() -> openSession.handle(proved, false, ORIGIN));
        assertThat(jdbc.sql("select count(*) from login_session where account_id = ? and revoked_at is null")
                        .param(proved.id().toString())
                        .query(Integer.class)
                        .single())
                .isZero();
        openSession.handle(accounts.get(proved.id()), false, ORIGIN);
    }

    @Test
    void aChangeOfPasswordOnItsWayDoesNotUndoAReset() {
        endSessions.all(proved.id(), RevocationReason.PASSWORD_RESET);

        refused(() -> setPassword.changed(proved, passwords.hash("a stranger's choice"), false, ORIGIN));
        assertThat(accounts.get(proved.id()).passwordHash()).isEqualTo(proved.passwordHash());
    }

    @Test
    void aRemovalOfTheSecondFactorOnItsWayRemovesNothing() {
        var fixture = new SecondFactorFixture(beans);
        fixture.enable(proved.id());
        endSessions.all(proved.id(), RevocationReason.PASSWORD_RESET);

        refused(() -> fixture.remove(proved, ORIGIN));
        assertThat(factors.isEnabled(proved.id())).isTrue();
    }

    @Test
    void anAccountThatIsSuspendedMeanwhileGetsNoSession() {
        accounts.suspend(proved.id());

        assertThatExceptionOfType(AuthRefusal.AccountSuspended.class)
                .isThrownBy(() -> openSession.handle(proved, false, ORIGIN));
    }

    @Test
    void aSuspendedAccountRefreshesNoTokens() {
        accounts.suspend(proved.id());

        auth.tryToRefresh(first).expectStatus().isUnauthorized();
        accounts.restore(proved.id());
        auth.refresh(first);
    }

    private static void refused(ThrowingCallable attempt) {
        assertThatExceptionOfType(AuthRefusal.AccountChanged.class).isThrownBy(attempt);
    }
}
