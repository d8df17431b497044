package com.ecom.user.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.test.ServiceTest;
import com.ecom.test.Shop;
import com.ecom.test.TestBroker;
import com.ecom.test.TestIssuer;
import com.ecom.test.TestIssuer.Bearer;
import com.ecom.user.UserClient;
import com.ecom.user.model.PrivacyRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A copy holds all data of a customer: a mail informs them, and it is deleted after a week or with their erasure. */
@ServiceTest
class CopiesIT {

    @Autowired
    Shop shop;

    @Autowired
    TestBroker broker;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    StartPrivacyRequests start;

    Bearer customer;
    UserClient ada;

    @BeforeEach
    void logIn() {
        customer = TestIssuer.customer();
        ada = new UserClient(shop, customer);
        ada.add(UserClient.addressIn("London"));
    }

    @Test
    void aMailInformsTheOwnerOfACopyAtOnce() {
        var id = ask("EXPORT");

        assertThat(heard(id).path("kind").asString()).isEqualTo("EXPORT");
        assertThat(heard(id).path("email").asString()).isEqualTo(customer.email());
    }

    @Test
    void aMailInformsTheOwnerWhenTheErasureStarts() {
        var id = ask("ERASURE");

        assertThat(Instant.parse(heard(id).path("dueAt").asString()))
                .isEqualTo(Instant.parse(heard(id).path("askedAt").asString()).plus(Duration.ofDays(7)));
    }

    @Test
    void aRepeatedRequestIsPublishedOnce() {
        ask("ERASURE");
        ada.send(HttpMethod.POST, "privacy-requests", null, Map.of("kind", "ERASURE"))
                .expectStatus()
                .isEqualTo(409);
        var last = ask("EXPORT");

        heard(last);
        assertThat(broker.published("user.events", customer.id().toString(), "user.privacy-asked.v1"))
                .hasSize(2);
    }

    @Test
    void aCopyThatWasForgottenIsGoneAndNotEmpty() {
        var id = finishedCopy();
        jdbc.sql("update privacy_receipt set received_at = received_at - interval 8 day where request_id = ?")
                .param(id.toString())
                .update();
        start.deleteOldCopies();

        copy(id, 410, "COPY_EXPIRED");
    }

    @Test
    void anErasureAlsoDeletesEarlierCopies() {
        var id = finishedCopy();

        forget();

        assertThat(itemsKept()).isZero();
        copy(id, 410, "COPY_EXPIRED");
    }

    @Test
    void aCopyOnItsWayEndsWhenItsOwnerIsForgottenAndTakesNothingMore() {
        var id = ask("EXPORT");
        exported(id, "order-service");
        await().until(() -> itemsKept() == 2);

        forget();
        exported(id, "cart-service");
        waitUntilReceiptsAreRead();

        assertThat(stateOf(id)).isEqualTo("CANCELLED");
        assertThat(itemsKept()).isZero();
        copy(id, 409, "COPY_NOT_READY");
    }

    private UUID finishedCopy() {
        var id = ask("EXPORT");
        PrivacyRequest.RESPONDENTS.forEach(it -> exported(id, it));
        await().until(() -> stateOf(id).equals("DONE"));
        return id;
    }

    /** Receipts of one person are read in their order: when a later one is noted, all before it have been read. */
    private void waitUntilReceiptsAreRead() {
        var erasure =
                UUID.fromString(jdbc.sql("select id from privacy_request where customer_id = ? and kind = 'ERASURE'")
                        .param(customer.id().toString())
                        .query(String.class)
                        .single());
        broker.send(
                "privacy.receipts",
                customer.id().toString(),
                "cart.personal-data-erased.v1",
                Map.of("requestId", erasure, "subject", customer.id(), "erased", 1, "anonymised", 0, "kept", 0));
        await().until(() -> jdbc.sql("select count(*) from privacy_receipt where request_id = ? and service = ?")
                        .param(erasure.toString())
                        .param("cart-service")
                        .query(Integer.class)
                        .single()
                == 1);
    }

    private void forget() {
        var id = ask("ERASURE");
        jdbc.sql("update privacy_request set due_at = now(3) where id = ?")
                .param(id.toString())
                .update();
        start.startAllDue();
        await().until(() -> stateOf(id).equals("RUNNING"));
    }

    private UUID ask(String kind) {
        var answer = ada.send(HttpMethod.POST, "privacy-requests", null, Map.of("kind", kind))
                .expectStatus()
                .isCreated()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        return UUID.fromString(Objects.requireNonNull(answer).path("requestId").asString());
    }

    private JsonNode heard(UUID id) {
        return await().until(
                        () ->
                                broker
                                        .published("user.events", customer.id().toString(), "user.privacy-asked.v1")
                                        .stream()
                                        .filter(it ->
                                                it.path("requestId").asString().equals(id.toString()))
                                        .toList(),
                        it -> !it.isEmpty())
                .getFirst();
    }

    private void exported(UUID id, String service) {
        broker.send(
                "privacy.receipts",
                customer.id().toString(),
                service.replace("-service", "") + ".personal-data-exported.v1",
                Map.of(
                        "requestId",
                        id,
                        "subject",
                        customer.id(),
                        "part",
                        1,
                        "parts",
                        1,
                        "items",
                        List.of(Map.of("kind", "thing", "content", Map.of("of", service)))));
    }

    private void copy(UUID id, int status, String code) {
        ada.get("privacy-requests/%s/copy".formatted(id))
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code);
    }

    private String stateOf(UUID id) {
        return jdbc.sql("select state from privacy_request where id = ?")
                .param(id.toString())
                .query(String.class)
                .single();
    }

    private int itemsKept() {
        return jdbc.sql("""
                select count(*) from privacy_receipt receipt join privacy_request request on request.id = receipt.request_id
                where request.customer_id = ? and receipt.items is not null
                """)
                .param(customer.id().toString())
                .query(Integer.class)
                .single();
    }
}
