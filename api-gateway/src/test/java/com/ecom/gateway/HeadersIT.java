package com.ecom.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HeadersIT extends GatewayScenario {

    private final String product = "/api/products/" + UUID.randomUUID();
    private final String order = "/api/orders/" + UUID.randomUUID();

    @Test
    void whoeverAsksForTheHeadersOnlyGetsThoseOfTheAnswerAndNothingElse() throws Exception {
        upstream.answers(product, exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"7\"");
            Upstream.answer(exchange, 200, "{\"name\":\"mug\"}");
        });
        var whole = send(request(product));
        var headers = send(request(product).method("HEAD", BodyPublishers.noBody()));

        assertThat(headers.statusCode()).isEqualTo(200);
        assertThat(headers.body()).isEmpty();
        for (var name : List.of("ETag", "Content-Type", "Content-Length", "Cache-Control")) {
            assertThat(headers.headers().allValues(name))
                    .as(name)
                    .isEqualTo(whole.headers().allValues(name));
        }
        assertThat(send(request(order).method("HEAD", BodyPublishers.noBody())).statusCode())
                .isEqualTo(401);
        assertThat(send(request("/internal/frontend-flags").method("HEAD", BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(200);
        assertThat(send(request("/api/auth/login").method("HEAD", BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(405);
    }

    @Test
    void pagesMayReadWhatTellsAReplayAVersionAndALimit() throws Exception {
        var answer = send(request(product).header("Origin", "https://shop.example"));

        assertThat(String.join(",", answer.headers().allValues("Access-Control-Expose-Headers"))
                        .split(",\\s*"))
                .contains("ETag", "Idempotency-Replayed", "RateLimit", "RateLimit-Policy", "Retry-After");
    }
}
