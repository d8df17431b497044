package com.ecom.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.local.stack.Names;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What whoever builds on the shop relies on, at the gateway with the real services behind it. */
@ExtendWith(OneShop.class)
class EdgeContractsIT {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final RunningShop shop;

    EdgeContractsIT(RunningShop shop) {
        this.shop = shop;
    }

    /** Whoever names none means the only one there is. */
    @Test
    void anotherVersionOfTheApiIsRefusedAndNoneIsTheFirst() throws Exception {
        assertRefused(ask("/api/products?size=1", Map.of("X-API-Version", "2")), 400, "API_VERSION_MISMATCH");
        assertThat(ask("/api/products?size=1", Map.of("X-API-Version", "1")).statusCode())
                .isEqualTo(200);
        assertThat(ask("/api/products?size=1", Map.of()).statusCode()).isEqualTo(200);
    }

    @Test
    void ordersAreForThoseWhoAreLoggedInWhateverUserTheyName() throws Exception {
        assertRefused(ask("/api/orders?userId=1", Map.of()), 401, "AUTH_TOKEN_MISSING");
    }

    /** Reviews sell; only writing them takes an account. */
    @Test
    void everybodyReadsReviews() throws Exception {
        var product =
                shop.anybody().get("/api/products?size=1").path("items").path(0).path("productId");

        assertPage(ask("/api/reviews?productId=" + product.asString(), Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/products?size=1", "/api/search/products?q=candle&size=1"})
    void whatIsListedComesInPages(String path) throws Exception {
        assertPage(ask(path, Map.of()));
    }

    private static void assertPage(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).path("items").isArray()).isTrue();
        assertThat(answer.headers().firstValue("X-Correlation-Id")).isPresent();
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        var problem = json(answer);
        assertThat(problem.path("code").asString()).isEqualTo(code);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.propertyNames()).contains("type", "title", "status", "detail", "code", "correlationId");
        assertThat(problem.path("correlationId").asString())
                .isEqualTo(answer.headers().firstValue("X-Correlation-Id").orElseThrow());
    }

    private HttpResponse<String> ask(String path, Map<String, String> headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(shop.addressOf(Names.GATEWAY).resolve(path));
        headers.forEach(request::header);
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
