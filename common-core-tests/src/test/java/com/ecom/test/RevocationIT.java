package com.ecom.test;

import static org.awaitility.Awaitility.await;

import com.ecom.core.security.AccessPolicy.Role;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A token that was revoked is refused by every service within two seconds, although none of them asks anybody. */
@ServiceTest
class RevocationIT {

    @Autowired
    Shop shop;

    @Autowired
    TestBroker broker;

    private final UUID account = UUID.randomUUID();
    private final UUID session = UUID.randomUUID();

    @Test
    void theTokensOfAnEndedSessionAreRefused() {
        var token = token(0);
        expect(200, token);

        broker.send(
                "auth.revocations",
                account.toString(),
                "auth.session-revoked.v1",
                Map.of("accountId", account, "sessionId", session, "reason", "LOGGED_OUT", "revokedAt", Instant.now()));

        await().untilAsserted(() -> expect(401, token));
    }

    @Test
    void allTokensThatAnAccountHadBeforeAreRefusedAndLaterOnesAreNot() {
        var before = token(0);
        var after = token(1);
        expect(200, before);

        broker.send(
                "auth.revocations",
                account.toString(),
                "auth.account-revoked.v1",
                Map.of("accountId", account, "version", 1, "notBefore", Instant.now(), "reason", "PASSWORD_CHANGED"));

        await().untilAsserted(() -> expect(401, before));
        expect(200, after);
    }

    private void expect(int status, String token) {
        shop.withToken(token).get().uri("/ops/audit").exchange().expectStatus().isEqualTo(status);
    }

    private String token(long version) {
        return TestIssuer.token(it -> it.subject(account.toString())
                .claim("sid", session.toString())
                .claim("uv", version)
                .claim("roles", List.of(Role.OPERATOR.name())));
    }
}
