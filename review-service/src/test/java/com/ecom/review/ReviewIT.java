package com.ecom.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.test.ServiceTest;
import com.ecom.test.Shop;
import com.ecom.test.TestBroker;
import com.ecom.test.TestIssuer;
import com.ecom.test.TestIssuer.Bearer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

@ServiceTest
class ReviewIT {

    @Autowired
    Shop shop;

    @Autowired
    TestBroker broker;

    @Autowired
    Purchases purchases;

    private final String product = UUID.randomUUID().toString();

    @Test
    void isSeenOnceABuyerHasWrittenItAndAModeratorApprovedIt() {
        var review = written(buyer(), 5);
        assertThat(seen()).isEmpty();
        moderate(review, "APPROVED").expectStatus().isNoContent();

        assertThat(seen()).hasSize(1);
        assertThat(seen().getFirst().path("verifiedPurchase").asBoolean()).isTrue();
        assertThat(seen().getFirst().has("author")).isFalse();
        assertThat(lastRating().path("average").asDouble()).isEqualTo(5.0);
    }

    @Test
    void refusesWhoHasNotReceivedTheProduct() {
        var answer = write(TestIssuer.customer(), 5);

        assertThat(body(answer.expectStatus().isForbidden()).path("code").asString())
                .isEqualTo("NOT_A_BUYER");
    }

    @Test
    void refusesASecondReviewOfTheSameProduct() {
        var buyer = buyer();
        written(buyer, 5);

        assertThat(body(write(buyer, 4).expectStatus().isEqualTo(409))
                        .path("code")
                        .asString())
                .isEqualTo("ALREADY_REVIEWED");
    }

    @Test
    void refusesRatingsThatDoNotExistAndFieldsThatAreNotTheWriters() {
        var buyer = buyer();
        for (var bad : List.of(
                "{\"rating\":0}", "{\"rating\":6}", "{\"rating\":5.5}", "{\"rating\":5,\"status\":\"APPROVED\"}")) {
            var body =
                    "{\"productId\":\"%s\",\"title\":\"t\",\"comment\":\"c\",%s".formatted(product, bad.substring(1));
            send(shop.as(buyer), HttpMethod.POST, "/api/reviews", body)
                    .expectStatus()
                    .isBadRequest();
        }
        assertThat(body(shop.as(buyer).get().uri("/api/reviews/mine").exchange())
                        .path("items"))
                .isEmpty();
    }

    @Test
    void theRatingIsExactWhateverHappensToTheReviews() {
        var first = buyer();
        var second = buyer();
        var five = written(first, 5);
        var two = written(second, 2);
        moderate(five, "APPROVED");
        moderate(five, "APPROVED");
        moderate(two, "APPROVED");
        assertThat(lastRating(3.5).path("count").asInt()).isEqualTo(2);

        send(shop.as(first), HttpMethod.PUT, "/api/reviews/" + five, words(1))
                .expectStatus()
                .isOk();
        assertThat(lastRating(2.0).path("count").asInt()).isEqualTo(1);
        moderate(five, "APPROVED", 1);
        assertThat(lastRating(1.5).path("count").asInt()).isEqualTo(2);
        moderate(two, "REJECTED");
        shop.as(first)
                .delete()
                .uri("/api/reviews/" + five)
                .exchange()
                .expectStatus()
                .isNoContent();
        assertThat(lastRating(0).path("count").asInt()).isZero();
        var summary = body(shop.anonymously()
                .get()
                .uri("/api/reviews/summary?productId=" + product)
                .exchange()
                .expectStatus()
                .isOk());
        assertThat(summary.path("count").asInt()).isZero();
    }

    @Test
    void theReviewOfAnotherCustomerLooksLikeAMissingOne() {
        var review = written(buyer(), 5);
        var stranger = shop.as(buyer());
        send(stranger, HttpMethod.PUT, "/api/reviews/" + review, words(1))
                .expectStatus()
                .isNotFound();
        stranger.delete()
                .uri("/api/reviews/" + review)
                .exchange()
                .expectStatus()
                .isNotFound();
        assertThat(body(shop.as(TestIssuer.bearer(Role.MODERATOR))
                                .get()
                                .uri("/api/admin/reviews?productId=" + product)
                                .exchange())
                        .path("items"))
                .hasSize(1);
    }

    private Bearer buyer() {
        var customer = TestIssuer.customer();
        var order = UUID.randomUUID().toString();
        broker.send(
                "order.events",
                order,
                "order.delivered.v1",
                Map.of(
                        "orderId", order,
                        "customerId", customer.id(),
                        "email", customer.email(),
                        "lines",
                                List.of(Map.of(
                                        "sku",
                                        "S",
                                        "productId",
                                        product,
                                        "name",
                                        "Mug",
                                        "quantity",
                                        1,
                                        "unitPrice",
                                        Map.of("amount", 1, "currency", "USD"))),
                        "deliveredAt", "2026-01-15T10:15:30Z"));
        await().until(() -> purchases.exists(customer.id(), product));
        return customer;
    }

    private String written(Bearer buyer, int rating) {
        return body(write(buyer, rating).expectStatus().isCreated())
                .path("reviewId")
                .asString();
    }

    private ResponseSpec write(Bearer buyer, int rating) {
        return send(
                shop.as(buyer),
                HttpMethod.POST,
                "/api/reviews",
                "{\"productId\":\"%s\",%s".formatted(product, words(rating).substring(1)));
    }

    @Test
    void aDecisionIsAboutTheWordsThatWereRead() {
        var buyer = buyer();
        var review = written(buyer, 5);
        send(shop.as(buyer), HttpMethod.PUT, "/api/reviews/" + review, words(1))
                .expectStatus()
                .isOk();

        assertThat(body(moderate(review, "APPROVED", 0).expectStatus().isEqualTo(409))
                        .path("code")
                        .asString())
                .isEqualTo("REVIEW_REWRITTEN");
        assertThat(seen()).isEmpty();
        var queued = body(shop.as(TestIssuer.bearer(Role.MODERATOR))
                        .get()
                        .uri("/api/admin/reviews?productId=" + product)
                        .exchange())
                .path("items")
                .path(0);
        moderate(review, "APPROVED", queued.path("version").asInt())
                .expectStatus()
                .isNoContent();
        assertThat(seen()).hasSize(1);
    }

    private ResponseSpec moderate(String review, String decision) {
        return moderate(review, decision, 0);
    }

    private ResponseSpec moderate(String review, String decision, int version) {
        return send(
                shop.as(TestIssuer.bearer(Role.MODERATOR)),
                HttpMethod.POST,
                "/api/admin/reviews/" + review + "/moderation",
                "{\"decision\":\"%s\",\"version\":%d}".formatted(decision, version));
    }

    private static ResponseSpec send(RestTestClient caller, HttpMethod method, String path, String body) {
        return caller.method(method)
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private static String words(int rating) {
        return "{\"rating\":%d,\"title\":\"Fine\",\"comment\":\"Holds tea.\"}".formatted(rating);
    }

    private List<JsonNode> seen() {
        return body(shop.anonymously()
                        .get()
                        .uri("/api/reviews?productId=" + product)
                        .exchange()
                        .expectStatus()
                        .isOk())
                .path("items")
                .valueStream()
                .toList();
    }

    private JsonNode lastRating() {
        return await().until(
                        () -> broker.published("review.events", product, "review.rating-changed.v1"),
                        it -> !it.isEmpty())
                .getLast();
    }

    private JsonNode lastRating(double average) {
        await().untilAsserted(() ->
                assertThat(lastRating().path("average").asDouble()).isEqualTo(average));
        return lastRating();
    }

    private static JsonNode body(ResponseSpec answer) {
        return Objects.requireNonNull(
                answer.expectBody(JsonNode.class).returnResult().getResponseBody());
    }
}
