package com.ecom.auth.securitylog;

import static com.ecom.auth.AuthClient.PASSWORD;
import static com.ecom.auth.AuthClient.newEmail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.auth.AuthClient;
import com.ecom.auth.AuthClient.Granted;
import com.ecom.auth.accounts.Accounts;
import com.ecom.auth.google.GoogleFixture;
import com.ecom.auth.mailtokens.MailToken.Purpose;
import com.ecom.auth.mailtokens.MailTokenFixture;
import com.ecom.auth.model.RevocationReason;
import com.ecom.auth.secondfactor.SecondFactorFixture;
import com.ecom.auth.securitylog.SecurityLog.Kind;
import com.ecom.auth.sessions.EndSessions;
import com.ecom.auth.web.RequestOrigin;
import com.ecom.core.privacy.PersonalData;
import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.test.ServiceTest;
import com.ecom.test.Shop;
import com.ecom.test.TestIssuer;
import com.ecom.test.TestIssuer.Bearer;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every kind of security event is recorded when it happens, with its actor if authenticated. */
@ServiceTest
class SecurityLogIT {

    private static final String ANOTHER = "a quite different one";
    private static final RequestOrigin ORIGIN = new RequestOrigin("a browser", null);

    private final Bearer admin = TestIssuer.bearer(Role.ADMIN);

    @Autowired
    Shop shop;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Accounts accounts;

    @Autowired
    BeanFactory beans;

    @Autowired
    EndSessions endSessions;

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
                new SecondFactorFixture(beans).remove(accounts.get(id()), ORIGIN);
            }
            case SECOND_FACTOR_FAILED -> {
                setUpSecondFactor();
                logIn(Map.of("email", email, "password", PASSWORD, "code", "000000"));
            }
            case RECOVERY_CODE_USED -> logIn(Map.of("email", email, "password", PASSWORD, "code", setUpSecondFactor()));
            case ROLES_CHANGED -> {
                accounts.verifyEmail(id());
                asAdmin(
                        HttpMethod.PUT,
                        "accounts/" + id() + "/roles",
                        Map.of("roles", Set.of("SUPPORT"), "reason", "because"));
            }
            case SUSPENDED, RESTORED -> {
                asAdmin(HttpMethod.POST, "accounts/" + id() + "/suspension", Map.of("reason", "because"));
                asAdmin(HttpMethod.POST, "accounts/" + id() + "/restoration", Map.of("reason", "because"));
            }
            case GOOGLE_LINKED -> {
                accounts.verifyEmail(id());
                new GoogleFixture(beans).link(id().toString(), email);
            }
            case CLIENT_REGISTERED, CLIENT_REMOVED -> registerAndRemoveAClient();
            case KEY_ROTATED, KEY_REMOVED -> rotateAndRemoveAKey();
            case ERASED -> personalData.erase(id());
        }
    }

    private void logIn(Map<String, String> credentials) {
        auth.post("login", credentials);
    }

    /** A thief has a copy, and uses it later than another tab would. */
    private void reuse() {
        auth.refresh(auth.refresh(somebody));
        jdbc.sql("""
                update refresh_token set used_at = used_at - interval 1 minute
                where session_id in (select id from login_session where account_id = ?)
                """).param(id().toString()).update();
        auth.tryToRefresh(somebody);
    }

    private String issue(Purpose purpose) {
        return new MailTokenFixture(beans).issue(id(), purpose);
    }

    /** A code to recover with. */
    private String setUpSecondFactor() {
        return new SecondFactorFixture(beans).setUp(accounts.get(id()), ORIGIN);
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

    private void rotateAndRemoveAKey() {
        asAdmin(HttpMethod.POST, "signing-keys/rotation", Map.of("reason", "because"));
        var newest = jdbc.sql("select id from signing_key where removed_at is null order by signs_from desc limit 1")
                .query(String.class)
                .single();
        asAdmin(HttpMethod.POST, "signing-keys/" + newest + "/removal", Map.of("reason", "because"));
    }

    private void asAdmin(HttpMethod method, String path, Map<String, ?> body) {
        shop.as(admin)
                .method(method)
                .uri("/api/admin/" + path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange()
                .expectStatus()
                .is2xxSuccessful();
    }

    private UUID id() {
        return somebody.userId();
    }
}
