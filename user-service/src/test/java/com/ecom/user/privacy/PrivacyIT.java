package com.ecom.user.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.test.ServiceTest;
import com.ecom.test.Shop;
import com.ecom.test.TestBroker;
import com.ecom.test.TestIssuer;
import com.ecom.test.TestIssuer.Bearer;
import com.ecom.user.UserClient;
import com.ecom.user.customers.Customers;
import com.ecom.user.model.PrivacyRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Exports and erasures: done when every service has answered, and not before. */
@ServiceTest
class PrivacyIT {

    @Autowired
    Shop shop;

    @Autowired
    TestBroker broker;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Customers customers;

    @Autowired
    StartPrivacyRequests start;

    Bearer customer;
    UserClient ada;

    @BeforeEach
    void logIn() {
        customer = TestIssuer.customer();
        ada = new UserClient(shop, customer);
        ada.add(UserClient.addressIn("London"));
        ada.send(HttpMethod.PUT, "wishlist/mug", null, null).expectStatus().isNoContent();
    }

    @Test
    void aCopyIsReadyWhenEveryServiceHasAnsweredAllItsParts() {
        var id = ask("EXPORT");
        assertThat(asked("user.export-requested.v1", id)).isTrue();
        ada.get("privacy-requests/%s/copy".formatted(id)).expectStatus().isEqualTo(409);

        for (var service : PrivacyRequest.RESPONDENTS) {
            exported(id, service, 2, 2);
        }
        await().until(() -> receiptsBy(id) > PrivacyRequest.RESPONDENTS.size());
        assertThat(request(id).path("state").asString()).isEqualTo("RUNNING");
        assertThat(request(id).path("missing")).hasSize(PrivacyRequest.RESPONDENTS.size());
        for (var service : PrivacyRequest.RESPONDENTS) {
            exported(id, service, 1, 2);
        }

        await().until(() -> request(id).path("state").asString().equals("DONE"));
        var copy = json(ada.get("privacy-requests/%s/copy".formatted(id))
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody());
        assertThat(copy.path("user-service").toString()).contains("London", "mug");
        assertThat(copy.path("order-service"))
                .extracting(it -> it.path("content").path("part").asInt())
                .containsExactly(1, 2);
    }

    @Test
    void isForgottenOnlyAfterTimeToReconsiderAndOnlyIfNothingWasCancelled() {
        var id = ask("ERASURE");
        start.startAllDue();
        assertThat(request(id).path("state").asString()).isEqualTo("WAITING");

        ada.send(HttpMethod.DELETE, "privacy-requests/" + id, null, null)
                .expectStatus()
                .isNoContent();
        makeDue(id);
        start.startAllDue();

        assertThat(request(id).path("state").asString()).isEqualTo("CANCELLED");
        assertThat(ada.addresses()).hasSize(1);
    }

    /** auth-service would keep the account, and all others would not. */
    @Test
    void staffHearAtOnceThatTheyAreLetGoFirst() {
        var staff = new UserClient(shop, TestIssuer.bearer(Role.CUSTOMER, Role.SUPPORT));

        staff.send(HttpMethod.POST, "privacy-requests", null, Map.of("kind", "ERASURE"))
                .expectStatus()
                .isEqualTo(409);
        staff.send(HttpMethod.POST, "privacy-requests", null, Map.of("kind", "EXPORT"))
                .expectStatus()
                .isCreated();
    }

    @Test
    void isForgottenHereAtOnceAndEverywhereWhenAllHaveAnswered() {
        var id = ask("ERASURE");
        makeDue(id);
        start.startAllDue();
        assertThat(asked("user.erasure-requested.v1", id)).isTrue();
        assertThat(rowsOf("customer", "id")).isZero();
        assertThat(rowsOf("address", "customer_id")).isZero();
        assertThat(rowsOf("wishlist_item", "customer_id")).isZero();
        ada.send(HttpMethod.DELETE, "privacy-requests/" + id, null, null)
                .expectStatus()
                .isEqualTo(409);

        for (var service : PrivacyRequest.RESPONDENTS) {
            assertThat(request(id).path("state").asString()).isEqualTo("RUNNING");
            erased(id, service);
            erased(id, service);
        }

        await().until(() -> request(id).path("state").asString().equals("DONE"));
        assertThat(request(id).path("missing")).isEmpty();
        assertThat(request(id).path("receipts"))
                .filteredOn(it -> it.path("service").asString().equals("order-service"))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.path("anonymised").asInt()).isEqualTo(2);
                    assertThat(it.path("reason").asString()).contains("law");
                });
    }

    @Test
    void whoWasForgottenDoesNotComeBackByAStillValidTokenOrALateMessage() {
        var id = ask("ERASURE");
        makeDue(id);
        start.startAllDue();

        for (var path : List.of("profile", "preferences")) {
            ada.get(path)
                    .expectStatus()
                    .isEqualTo(410)
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("ACCOUNT_ERASED");
        }
        ada.send(HttpMethod.POST, "addresses", null, UserClient.addressIn("London"))
                .expectStatus()
                .isEqualTo(410);
        customers.register(ada.customer().id(), ada.customer().email());

        assertThat(rowsOf("customer", "id")).isZero();
    }

    @Test
    void oneRequestOfAKindIsOpenAtATime() {
        var first = ask("ERASURE");
        ada.send(HttpMethod.POST, "privacy-requests", null, Map.of("kind", "ERASURE"))
                .expectStatus()
                .isEqualTo(409);

        ada.send(HttpMethod.DELETE, "privacy-requests/" + first, null, null)
                .expectStatus()
                .isNoContent();
        ask("ERASURE");
    }

    @Test
    void onlyTheOwnerSeesAndCancelsARequestAndStaffSeeItsState() {
        var id = ask("ERASURE");
        var stranger = new UserClient(shop, TestIssuer.customer());
        for (var path : List.of("privacy-requests/" + id, "privacy-requests/%s/copy".formatted(id))) {
            stranger.get(path).expectStatus().isNotFound();
        }
        stranger.send(HttpMethod.DELETE, "privacy-requests/" + id, null, null)
                .expectStatus()
                .isNotFound();

        shop.as(TestIssuer.bearer(Role.SUPPORT))
                .get()
                .uri("/api/admin/privacy-requests/" + id)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("WAITING");
    }

    private UUID ask(String kind) {
        var answer = ada.send(HttpMethod.POST, "privacy-requests", null, Map.of("kind", kind))
                .expectStatus()
                .isCreated()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        return UUID.fromString(json(answer).path("requestId").asString());
    }

    private boolean asked(String type, UUID id) {
        return await()
                .until(() -> broker.published("user.privacy", customer.id().toString(), type), it -> !it.isEmpty())
                .stream()
                .anyMatch(it -> it.path("requestId").asString().equals(id.toString()));
    }

    private JsonNode request(UUID id) {
        return json(ada.get("privacy-requests/" + id)
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody());
    }

    private void exported(UUID id, String service, int part, int parts) {
        broker.send(
                "privacy.receipts",
                customer.id().toString(),
                service.replace("-service", "") + ".personal-data-exported.v1",
                Map.of(
                        "requestId", id,
                        "subject", customer.id(),
                        "part", part,
                        "parts", parts,
                        "items", List.of(Map.of("kind", "thing", "content", Map.of("part", part)))));
    }

    private void erased(UUID id, String service) {
        broker.send(
                "privacy.receipts",
                customer.id().toString(),
                service.replace("-service", "") + ".personal-data-erased.v1",
                Map.of(
                        "requestId",
                        id,
                        "subject",
                        customer.id(),
                        "erased",
                        1,
                        "anonymised",
                        2,
                        "kept",
                        0,
                        "reason",
                        "the law wants it"));
    }

    private void makeDue(UUID id) {
        jdbc.sql("update privacy_request set due_at = now(3) where id = ?")
                .param(id.toString())
                .update();
    }

    private int receiptsBy(UUID id) {
        return jdbc.sql("select count(*) from privacy_receipt where request_id = ?")
                .param(id.toString())
                .query(Integer.class)
                .single();
    }

    private int rowsOf(String table, String column) {
        return jdbc.sql("select count(*) from %s where %s = ?".formatted(table, column))
                .param(customer.id().toString())
                .query(Integer.class)
                .single();
    }

    private static JsonNode json(@Nullable JsonNode answer) {
        return Objects.requireNonNull(answer);
    }
}
