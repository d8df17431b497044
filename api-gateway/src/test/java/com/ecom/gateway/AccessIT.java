package com.ecom.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.core.security.revocation.RevokedTokens;
import com.ecom.gateway.policy.Operations;
import com.ecom.gateway.policy.RoutedOperation;
import com.ecom.test.TestIssuer;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class AccessIT extends GatewayScenario {

    private static final Map<Role, String> TOKENS = Arrays.stream(Role.values())
            .collect(Collectors.toMap(
                    Function.identity(), it -> TestIssuer.bearer(it).token()));

    @Autowired
    RevokedTokens revoked;

    @Autowired
    Operations operations;

    @TestFactory
    Stream<DynamicTest> letsInWhomThePolicyNamesAndNobodyElse() {
        return operations.all().stream()
                .filter(it -> !it.isOurs())
                .map(it -> DynamicTest.dynamicTest(it.name(), () -> letsInWhomThePolicyNames(it)));
    }

    private void letsInWhomThePolicyNames(RoutedOperation routed) throws Exception {
        for (var role : Role.values()) {
            var may =
                    routed.operation().isPublic() || routed.operation().allow().contains(role);
            var path = pathOf(routed);
            var answer = send(call(request(path).header("Authorization", "Bearer " + TOKENS.get(role)), routed));
            if (!may) {
                refused(answer, 403, "FORBIDDEN");
            } else if (DOWN.contains(routed.service())) {
                refused(answer, 503, "DOWNSTREAM_UNAVAILABLE");
            } else {
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(upstream.received(path)).isNotEmpty();
            }
        }
        var path = pathOf(routed);
        var answer = send(call(request(path), routed));
        if (routed.operation().isPublic()) {
            assertThat(answer.statusCode()).isEqualTo(200);
        } else {
            refused(answer, 401, "AUTH_TOKEN_MISSING");
            assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
            if (path.length() > routed.operation().path().length()) {
                assertThat(upstream.received(path)).isEmpty();
            }
        }
    }

    private static String pathOf(RoutedOperation routed) {
        return routed.operation()
                .path()
                .replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
    }

    private static HttpRequest.Builder call(HttpRequest.Builder request, RoutedOperation routed) {
        return request.method(routed.operation().method().name(), HttpRequest.BodyPublishers.noBody());
    }

    static Stream<String> tokensThatAreNotValid() {
        var now = Instant.now();
        return Stream.of(
                "x",
                "a.b.c",
                TestIssuer.token(it -> it.issuer("https://elsewhere.example")),
                TestIssuer.token(it -> it.audience("elsewhere")),
                TestIssuer.token(it -> it.expirationTime(Date.from(now.minusSeconds(60)))),
                TestIssuer.token(it -> it.notBeforeTime(Date.from(now.plusSeconds(60)))),
                TestIssuer.token(it -> it.subject("admin")),
                TestIssuer.token(it -> it.claim("roles", "ADMIN")),
                TestIssuer.token(it -> it.claim("roles", List.of("EMPEROR"))),
                TestIssuer.sign(
                        JOSEObjectType.JWT,
                        new JWTClaimsSet.Builder()
                                .issuer("https://ecom.example/auth")
                                .audience("ecom")
                                .subject(UUID.randomUUID().toString())
                                .claim("roles", List.of("CUSTOMER"))
                                .expirationTime(Date.from(now.plusSeconds(60)))
                                .build()),
                TestIssuer.customer().token().replaceAll("\\.[^.]+$", "."),
                "eyJhbGciOiJub25lIiwidHlwIjoiYXQrand0In0.eyJyb2xlcyI6WyJBRE1JTiJdfQ.");
    }

    @ParameterizedTest
    @MethodSource("tokensThatAreNotValid")
    void believesNoOtherTokenEvenWhereNoneIsNeeded(String token) throws Exception {
        for (var path : List.of("/api/orders/" + UUID.randomUUID(), "/api/products/" + UUID.randomUUID())) {
            var answer = send(request(path).header("Authorization", "Bearer " + token));
            refused(answer, 401, "AUTH_TOKEN_INVALID");
            assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer error=\"invalid_token\"");
            assertThat(upstream.received(path)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("tokensThatAreNotValid")
    void whoeverHasNoValidTokenFindsEveryWayOut(String token) throws Exception {
        for (var path : List.of("/api/auth/refresh", "/api/auth/logout", "/api/auth/login")) {
            var out = request(path).header("Authorization", "Bearer " + token).POST(json("{}"));
            // The breaker may still be open for what an earlier test has done.
            await().untilAsserted(() -> assertThat(send(out).statusCode()).isEqualTo(200));
        }
        refused(send(request("/api/auth/jwks").header("Authorization", "Bearer " + token)), 401, "AUTH_TOKEN_INVALID");
    }

    @Test
    void aTokenThatIsRevokedCountsNoLongerThoughItWasBelievedJustBefore() throws Exception {
        var session = UUID.randomUUID();
        var token = TestIssuer.token(it -> it.claim("sid", session.toString()));
        var order = request("/api/orders/" + UUID.randomUUID()).header("Authorization", "Bearer " + token);
        assertThat(send(order).statusCode()).isEqualTo(200);

        revoked.endSession(session, Instant.now());
        refused(send(order), 401, "AUTH_TOKEN_INVALID");
    }

    @Test
    void takesNoTokenFromAnywhereButTheHeader() throws Exception {
        var token = TestIssuer.customer().token();
        var path = "/api/orders/" + UUID.randomUUID();

        refused(send(request(path + "?access_token=" + token)), 401, "AUTH_TOKEN_MISSING");
        refused(send(request(path).header("Cookie", "access_token=" + token)), 401, "AUTH_TOKEN_MISSING");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api",
                "/api/unknown",
                "/api/orders/1/2",
                "/actuator/health",
                "/actuator/gateway/routes",
                "/v3/api-docs"
            })
    void thereIsNothingElse(String path) throws Exception {
        refused(send(request(path)), 404, "NO_SUCH_ROUTE");
        refused(send(request(path, TestIssuer.bearer(Role.ADMIN))), 404, "NO_SUCH_ROUTE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/products/..%2fadmin",
                "/api/products/%2e%2e",
                "/api/products/a;b=c",
                "/api/products/a%5cb",
                "/api/products/%00",
                "/api/products/%61",
                "/api/products/%2561",
                "/api/products/%252e%252e",
                "/api/products/%c0%af",
                "/api/products/a%0d%0ab",
                "/api/products/a%2f%2fb",
                "/api/products//a",
                "/api/products/a;jsessionid=1/b"
            })
    void refusesAddressesThatTwoReadersCouldUnderstandDifferently(String path) throws Exception {
        refused(send(request(path)), 400, "MALFORMED_REQUEST");
        assertThat(upstream.received(path)).isEmpty();
    }

    @Test
    void namesTheMethodsThatAPathTakes() throws Exception {
        var answer = send(request("/api/cart").method("PATCH", json("{}")));

        refused(answer, 405, "METHOD_NOT_ALLOWED");
        assertThat(answer.headers().firstValue("Allow").orElseThrow().split(","))
                .containsExactlyInAnyOrder("GET", "HEAD", "DELETE");
    }

    @Test
    void healthIsSeenOnTheManagementPortOnly() throws Exception {
        var health = HttpRequest.newBuilder(
                java.net.URI.create("http://127.0.0.1:%d/actuator/health/readiness".formatted(managementPort)));
        // It is ready once it knows what was revoked.
        await().untilAsserted(() -> assertThat(send(health).statusCode()).isEqualTo(200));
        HttpResponse<String> elsewhere = send(HttpRequest.newBuilder(
                java.net.URI.create("http://127.0.0.1:%d/actuator/env".formatted(managementPort))));
        assertThat(elsewhere.statusCode()).isEqualTo(404);
    }
}
