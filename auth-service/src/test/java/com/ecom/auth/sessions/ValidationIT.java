package com.ecom.auth.sessions;

import static com.ecom.auth.AuthClient.newEmail;

import com.ecom.auth.AuthClient;
import com.ecom.auth.AuthClient.Granted;
import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.test.ServiceTest;
import com.ecom.test.Shop;
import com.ecom.test.TestIssuer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whether a token still counts, as the gateway asks before operations of high risk. */
@ServiceTest
class ValidationIT {

    @Autowired
    Shop shop;

    AuthClient auth;
    Granted first;

    @BeforeEach
    void logIn() {
        auth = new AuthClient(shop);
        first = auth.signUp(newEmail());
    }

    @Test
    void aValidTokenSaysWhoItSpeaksFor() {
        auth.validate(first)
                .jsonPath("$.active")
                .isEqualTo(true)
                .jsonPath("$.subject")
                .isEqualTo(first.userId().toString())
                .jsonPath("$.roles[0]")
                .isEqualTo("CUSTOMER")
                .jsonPath("$.expiresAt")
                .isNotEmpty();
    }

    @Test
    void aGuestHasNoSessionThatCouldEnd() {
        var guest = TestIssuer.token(it -> it.claim("sid", null).claim("roles", List.of(Role.GUEST.name())));
        auth.validate(guest)
                .jsonPath("$.active")
                .isEqualTo(true)
                .jsonPath("$.roles[0]")
                .isEqualTo("GUEST");
    }

    @Test
    void aTokenWithoutASessionOfItsBearerCountsForNobodyElse() {
        var session = auth.read(first.accessToken()).getClaimAsString("sid");

        auth.validate(TestIssuer.token(it -> it.claim("sid", null).claim("roles", List.of(Role.ADMIN.name()))))
                .jsonPath("$.active")
                .isEqualTo(false);
        auth.validate(TestIssuer.token(it -> it.claim("sid", session)))
                .jsonPath("$.active")
                .isEqualTo(false);
    }
}
