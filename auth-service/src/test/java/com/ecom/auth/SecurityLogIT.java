package com.ecom.auth;

import static com.ecom.auth.AuthClient.PASSWORD;
import static com.ecom.auth.AuthClient.newEmail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.auth.AuthClient.Granted;
import com.ecom.auth.MailToken.Purpose;
import com.ecom.auth.SecurityLog.Kind;
import com.ecom.core.privacy.PersonalData;
import com.ecom.core.service.AccessPolicy.Role;
import com.ecom.test.MailKeys;
import com.ecom.test.ServiceTest;
import com.ecom.test.Shop;
import com.ecom.test.TestIssuer;
import com.ecom.test.TestIssuer.Bearer;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever the record of security has a word for is written when it happens, with who did it where somebody is known. */
@ServiceTest
class SecurityLogIT {

    private static final String ANOTHER = "a quite different one";
    private static final Visitor VISITOR = new Visitor("a browser", null);

    private final Bearer admin = TestIssuer.bearer(Role.ADMIN);

    @Autowired
    Shop shop;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Accounts accounts;

    @Autowired
    MailTokens mailTokens;

    @Autowired
    SetUpSecondFactor setUp;

    @Autowired
    EndSessions endSessions;

    @Autowired
    AdministerAccounts administer;

    @Autowired
    LinkIdentity linkIdentity;

    @Autowired
    RotateKeys rotateKeys;

    @Autowired
    PersonalData personalData;

    AuthClient auth;
    String email;
    Granted somebody;

    @BeforeEach
    void signUp() {
        auth = new AuthClient(shop);
        email = newEmail();
        somebody = auth.signUp(email);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everythingThatHappensIsOnTheRecord(Kind kind) {
        var before = jdbc.sql("select coalesce(max(id), '') from security_event")
                .query(String.class)
                .single();
        var since = kind == Kind.ACCOUNT_OPENED ? "" : before;

        happen(kind);

        await().untilAsserted(() -> assertThat(jdbc.sql("""
                        select count(*) from security_event where kind = :kind and id > :since
                          and (account_id = :somebody or account_id is null and actor_id = :admin)
                        """)
                        .param("kind", kind.name())
                        .param("since", since)
                        .param("somebody", id().toString())
                        .param("admin", admin.id().toString())
                        .query(Integer.class)
                        .single())
                .isPositive());
    }

    private void happen(Kind kind) {
        switch (kind) {
            case ACCOUNT_OPENED -> assertThat(id()).isNotNull();
            case LOGGED_IN -> auth.logIn(email);
            case LOGIN_FAILED -> logIn(Map.of("email", email, "password", "not the password"));
            case LOGGED_OUT -> auth.post(somebody, "logout", Map.of());
            case SESSION_REVOKED -> endSessions.all(id(), RevocationReason.LOGGED_OUT_EVERYWHERE);
            case TOKEN_REUSED -> reuse();
            case PASSWORD_CHANGED ->
                auth.post(somebody, "password", Map.of("currentPassword", PASSWORD, "newPassword", ANOTHER));
            case PASSWORD_RESET_ASKED -> auth.post("password-reset", Map.of("email", email));
            case PASSWORD_RESET ->
                auth.post(
                        "password-reset/confirmation",
                        Map.of("token", issue(Purpose.RESET_PASSWORD), "newPassword", ANOTHER));
            case EMAIL_VERIFIED ->
                auth.post("email-verification/confirmation", Map.of("token", issue(Purpose.VERIFY_EMAIL)));
            case SECOND_FACTOR_ENABLED, SECOND_FACTOR_DISABLED -> {
                setUpSecondFactor();
                setUp.remove(accounts.get(id()), VISITOR);
            }
            case SECOND_FACTOR_FAILED -> {
                setUpSecondFactor();
                logIn(Map.of("email", email, "password", PASSWORD, "code", "000000"));
            }
            case RECOVERY_CODE_USED -> logIn(Map.of("email", email, "password", PASSWORD, "code", setUpSecondFactor()));
            case ROLES_CHANGED -> {
                accounts.verifyEmail(id());
                administer.changeRoles(admin.id(), id(), Set.of(Role.SUPPORT), "because");
            }
            case SUSPENDED, RESTORED -> {
                administer.suspend(admin.id(), id(), "because");
                administer.restore(admin.id(), id(), "because");
            }
            case GOOGLE_LINKED -> {
                accounts.verifyEmail(id());
                linkIdentity.handle(
                        new GoogleIdentity("https://google.example", id().toString(), new Email(email), true));
            }
            case CLIENT_REGISTERED, CLIENT_REMOVED -> registerAndRemoveAClient();
            case KEY_ROTATED, KEY_REMOVED ->
                rotateKeys.remove(admin.id(), rotateKeys.rotate(admin.id(), "because"), "because");
            case ERASED -> personalData.erase(id());
        }
    }

    private void logIn(Map<String, String> credentials) {
        auth.post("login", credentials);
    }

    /** Somebody else has a copy, and uses it later than another tab would. */
    private void reuse() {
        auth.refresh(auth.refresh(somebody));
        jdbc.sql("""
                update refresh_token set used_at = used_at - interval 1 minute
                where session_id in (select id from login_session where account_id = ?)
                """).param(id().toString()).update();
        auth.tryToRefresh(somebody);
    }

    private String issue(Purpose purpose) {
        return MailKeys.open(mailTokens.issue(id(), purpose));
    }

    /** A code to recover with. */
    private String setUpSecondFactor() {
        var secret = setUp.propose(accounts.get(id()));
        return setUp.confirm(accounts.get(id()), Totp.codeAt(secret, Instant.now()), VISITOR)
                .recoveryCodes()
                .getFirst();
    }

    private void registerAndRemoveAClient() {
        var name = "client-" + id();
        shop.as(admin)
                .post()
                .uri("/api/admin/service-clients")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("clientId", name, "audiences", Set.of("order-service")))
                .exchange();
        shop.as(admin).delete().uri("/api/admin/service-clients/" + name).exchange();
    }

    private UUID id() {
        return somebody.userId();
    }
}
