package com.ecom.auth;

import static com.ecom.auth.AuthClient.newEmail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.ecom.auth.AuthClient.Granted;
import com.ecom.test.ServiceTest;
import com.ecom.test.Shop;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody showed a password that was right, and by the time they are let in it is not theirs any more. */
@ServiceTest
class StaleProofIT {

    private static final Visitor VISITOR = new Visitor("a browser", null);

    @Autowired
    Shop shop;

    @Autowired
    Accounts accounts;

    @Autowired
    Passwords passwords;

    @Autowired
    SecondFactors factors;

    @Autowired
    OpenSession openSession;

    @Autowired
    EndSessions endSessions;

    @Autowired
    SetPassword setPassword;

    @Autowired
    SetUpSecondFactor setUpSecondFactor;

    @Autowired
    Sessions sessions;

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

        refused(() -> openSession.handle(proved, false, VISITOR));
        assertThat(sessions.openOnesOf(proved.id(), null)).isEmpty();
        openSession.handle(accounts.get(proved.id()), false, VISITOR);
    }

    @Test
    void aChangeOfPasswordOnItsWayDoesNotUndoAReset() {
        endSessions.all(proved.id(), RevocationReason.PASSWORD_RESET);

        refused(() -> setPassword.changed(proved, passwords.hash("a stranger's choice"), false, VISITOR));
        assertThat(accounts.get(proved.id()).passwordHash()).isEqualTo(proved.passwordHash());
    }

    @Test
    void aRemovalOfTheSecondFactorOnItsWayRemovesNothing() {
        factors.propose(proved.id(), Secret.bytes(Totp.SECRET_BYTES));
        factors.confirm(proved.id(), List.of());
        endSessions.all(proved.id(), RevocationReason.PASSWORD_RESET);

        refused(() -> setUpSecondFactor.remove(proved, VISITOR));
        assertThat(factors.isOn(proved.id())).isTrue();
    }

    @Test
    void whoeverIsSuspendedMeanwhileDoesNotGetIn() {
        accounts.suspend(proved.id());

        assertThatExceptionOfType(AuthRefusal.AccountSuspended.class)
                .isThrownBy(() -> openSession.handle(proved, false, VISITOR));
    }

    @Test
    void nobodyWhoIsSuspendedRenewsTheirTokens() {
        accounts.suspend(proved.id());

        auth.tryToRefresh(first).expectStatus().isUnauthorized();
        accounts.restore(proved.id());
        auth.refresh(first);
    }

    private static void refused(ThrowingCallable attempt) {
        assertThatExceptionOfType(AuthRefusal.AccountChanged.class).isThrownBy(attempt);
    }
}
