package com.ecom.auth.staff;

import static com.ecom.auth.AuthClient.newEmail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.auth.AuthClient;
import com.ecom.auth.AuthClient.Granted;
import com.ecom.auth.accounts.Accounts;
import com.ecom.auth.accounts.Email;
import com.ecom.auth.model.AuthRefusal;
import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.test.MailKeys;
import com.ecom.test.ServiceTest;
import com.ecom.test.Shop;
import com.ecom.test.TestBroker;
import com.ecom.test.TestIssuer;
import com.ecom.test.TestIssuer.Bearer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@ServiceTest
class StaffIT {

    private final Bearer admin = TestIssuer.bearer(Role.ADMIN);

    @Autowired
    Shop shop;

    @Autowired
    TestBroker broker;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Accounts accounts;

    @Autowired
    AdministerAccounts administer;

    AuthClient auth;
    Granted somebody;

    @BeforeEach
    void signUp() {
        auth = new AuthClient(shop);
        somebody = auth.signUp(newEmail());
        accounts.verifyEmail(somebody.userId());
    }

    @Test
    void aChangeOfRolesEndsTheSessionsThatKnewTheOldOnesAndIsOnTheRecord() {
        changeRoles(somebody.userId(), List.of("SUPPORT", "CATALOG"))
                .expectStatus()
                .isOk();

        assertThat(rolesOf(somebody.userId())).containsExactlyInAnyOrder(Role.CUSTOMER, Role.SUPPORT, Role.CATALOG);
        auth.tryToRefresh(somebody).expectStatus().isUnauthorized();
        await().untilAsserted(() -> assertThat(
                        broker.published("auth.revocations", somebody.userId().toString(), "auth.account-revoked.v1"))
                .extracting(it -> it.path("reason").asString())
                .containsExactly("ROLES_CHANGED"));
        shop.as(admin)
                .get()
                .uri("/api/admin/security-events?kind=ROLES_CHANGED&accountId=" + somebody.userId())
                .exchange()
                .expectBody()
                .jsonPath("$.items[0].actorId")
                .isEqualTo(admin.id().toString())
                .jsonPath("$.items[0].detail")
                .value(it -> assertThat(String.valueOf(it)).contains("SUPPORT", "because"));
    }

    @Test
    void takingAllRolesLeavesACustomer() {
        changeRoles(somebody.userId(), List.of("MODERATOR")).expectStatus().isOk();
        changeRoles(somebody.userId(), List.of()).expectStatus().isOk();

        assertThat(rolesOf(somebody.userId())).containsExactly(Role.CUSTOMER);
    }

    @Test
    void administratorsCannotChangeTheirOwnAccount() {
        var caller = TestIssuer.bearer(somebody.userId(), Role.ADMIN);
        for (var path : List.of("suspension", "restoration", "second-factor-removal")) {
            refused(post(caller, somebody.userId() + "/" + path, Map.of("reason", "because")), 409, "OWN_ACCOUNT");
        }
        refused(
                put(caller, somebody.userId(), Map.of("roles", List.of("ADMIN"), "reason", "because")),
                409,
                "OWN_ACCOUNT");
        assertThat(rolesOf(somebody.userId())).containsExactly(Role.CUSTOMER);
    }

    @Test
    void aStaffRoleRequiresAVerifiedAddress() {
        var unverified = auth.signUp(newEmail());

        refused(changeRoles(unverified.userId(), List.of("SUPPORT")), 409, "EMAIL_NOT_VERIFIED");
    }

    @Test
    void thereAreOnlyTheRolesOfStaffToGive() {
        for (var role : List.of("GUEST", "CUSTOMER", "SERVICE", "ROOT")) {
            changeRoles(somebody.userId(), List.of(role)).expectStatus().isBadRequest();
        }
    }

    @Test
    void twoAdminsWhoRemoveEachOtherAtOnceLeaveOne() {
        var others = jdbc.sql("select id from account where find_in_set('ADMIN', roles) and suspended_at is null")
                .query(String.class)
                .list();
        others.forEach(it -> jdbc.sql("update account set suspended_at = now(3) where id = ?")
                .param(it)
                .update());
        try {
            var first = newAdmin();
            var second = newAdmin();
            var threads = List.of(removal(first, second), removal(second, first));
            threads.forEach(Thread::start);
            await().until(() -> threads.stream().noneMatch(Thread::isAlive));

            assertThat(List.of(rolesOf(first), rolesOf(second)))
                    .filteredOn(it -> it.contains(Role.ADMIN))
                    .hasSize(1);
        } finally {
            jdbc.sql("update account set roles = 'CUSTOMER' where find_in_set('ADMIN', roles) and suspended_at is null")
                    .update();
            others.forEach(it -> jdbc.sql("update account set suspended_at = null where id = ?")
                    .param(it)
                    .update());
        }
    }

    @Test
    void aSuspensionEndsAllSessionsUntilTheAccountIsRestored() {
        var email = accounts.get(somebody.userId()).email().value();
        post(admin, somebody.userId() + "/suspension", Map.of("reason", "fraud"))
                .expectStatus()
                .isOk();

        auth.tryToRefresh(somebody).expectStatus().isUnauthorized();
        refused(auth.post("login", Map.of("email", email, "password", AuthClient.PASSWORD)), 403, "ACCOUNT_SUSPENDED");
        auth.post("login", Map.of("email", email, "password", "not the password"))
                .expectStatus()
                .isUnauthorized();

        post(admin, somebody.userId() + "/restoration", Map.of("reason", "a mistake"))
                .expectStatus()
                .isOk();
        auth.logIn(email);
    }

    @Test
    void anInvitedColleagueChoosesAPasswordByMailAndIsNoneBefore() {
        var email = newEmail();
        var invited = post(admin, "", Map.of("email", email, "roles", List.of("OPERATOR"), "reason", "new"));
        invited.expectStatus().isCreated();
        var id = accounts.findByEmail(new Email(email)).orElseThrow().id();

        auth.post("login", Map.of("email", email, "password", AuthClient.PASSWORD))
                .expectStatus()
                .isUnauthorized();
        var token = MailKeys.open(await().until(
                        () -> broker.published("auth.mails", id.toString(), "auth.password-reset-requested.v1"),
                        it -> !it.isEmpty())
                .getFirst()
                .path("sealedToken")
                .asString());
        auth.post("password-reset/confirmation", Map.of("token", token, "newPassword", AuthClient.PASSWORD))
                .expectStatus()
                .isNoContent();
        assertThat(auth.read(auth.logIn(email).accessToken()).getClaimAsStringList("roles"))
                .as("before there is a second factor")
                .containsExactly("CUSTOMER");
        assertThat(rolesOf(id)).containsExactly(Role.OPERATOR);
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        refused(changeRoles(UUID.randomUUID(), List.of("SUPPORT")), 404, "NO_SUCH_ACCOUNT");
        shop.as(admin)
                .get()
                .uri("/api/admin/accounts/" + UUID.randomUUID())
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void findsAnAccountByItsAddress() {
        var email = accounts.get(somebody.userId()).email().value();
        shop.as(admin)
                .get()
                .uri("/api/admin/accounts?email=" + email)
                .exchange()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(1)
                .jsonPath("$.items[0].accountId")
                .isEqualTo(somebody.userId().toString())
                .jsonPath("$.items[0].passwordHash")
                .doesNotExist();
    }

    private UUID newAdmin() {
        var id = auth.signUp(newEmail()).userId();
        accounts.setRoles(id, Set.of(Role.ADMIN));
        return id;
    }

    private Thread removal(UUID actor, UUID victim) {
        return Thread.ofVirtual().unstarted(() -> {
            try {
                administer.changeRoles(actor, victim, Set.of(), "because");
            } catch (AuthRefusal.LastAdmin asItShould) {
                assertThat(asItShould).isNotNull();
            }
        });
    }

    private Set<Role> rolesOf(UUID account) {
        return accounts.get(account).roles();
    }

    private ResponseSpec changeRoles(UUID account, List<String> roles) {
        return put(admin, account, Map.of("roles", roles, "reason", "because"));
    }

    private ResponseSpec put(Bearer caller, UUID account, Object body) {
        return shop.as(caller)
                .put()
                .uri("/api/admin/accounts/%s/roles".formatted(account))
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private ResponseSpec post(Bearer caller, String path, Object body) {
        return shop.as(caller)
                .post()
                .uri("/api/admin/accounts" + (path.isEmpty() ? "" : "/" + path))
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private static void refused(ResponseSpec answer, int status, String code) {
        answer.expectStatus().isEqualTo(status).expectBody().jsonPath("$.code").isEqualTo(code);
    }
}
