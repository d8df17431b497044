package com.ecom.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.core.security.revocation.RevokedTokens;
import com.ecom.gateway.policy.Operations;
import com.ecom.gateway.policy.RoutedOperation;
import com.ecom.test.TestIssuer;
import com.ecom.test.TestIssuer.Bearer;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** What is of high risk passes only on the issuer's own word, and nothing else waits for it. */
@TestPropertySource(properties = "ecom.high-risk.timeout=900ms")
class HighRiskIT extends GatewayScenario {

    private final Bearer support = TestIssuer.bearer(Role.SUPPORT);
    private final String refund = "/api/admin/orders/%s/refunds".formatted(UUID.randomUUID());

    @Autowired
    RevokedTokens revoked;

    @Autowired
    Operations operations;

    @BeforeEach
    void theIssuerIsAskedAgain() {
        var anywhere = "/api/admin/orders/%s/cancel".formatted(UUID.randomUUID());
        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(write(anywhere, support).statusCode()).isEqualTo(200));
    }

    @AfterEach
    void theIssuerIsWell() {
        upstream.answers(VALIDATE, GatewayScenario::believe);
    }

    @Test
    void asksWithTheCallersOwnTokenAndTellsOfWhichRequestItIsAPart() throws Exception {
        var asker = TestIssuer.bearer(Role.SUPPORT);
        var answer = write(refund, asker);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(questionsOf(asker)).singleElement().satisfies(it -> {
            assertThat(it.method()).isEqualTo("GET");
            assertThat(it.headers().getFirst("X-Correlation-Id"))
                    .isEqualTo(answer.headers().firstValue("X-Correlation-Id").orElseThrow());
            assertThat(it.headers().getFirst("traceparent")).isNotBlank();
        });
    }

    @Test
    void asksAnewEachTime() throws Exception {
        var asker = TestIssuer.bearer(Role.SUPPORT);
        write(refund, asker);
        write(refund, asker);

        assertThat(questionsOf(asker)).hasSize(2);
    }

    @TestFactory
    Stream<DynamicTest> asksForWhatIsOfHighRiskAndForNothingElse() {
        return operations.all().stream()
                .filter(it -> !it.isOurs() && !it.operation().path().equals(VALIDATE))
                .map(it -> DynamicTest.dynamicTest(it.name(), () -> asksOnlyIfItIsOfHighRisk(it)));
    }

    private void asksOnlyIfItIsOfHighRisk(RoutedOperation routed) throws Exception {
        var operation = routed.operation();
        var asker = TestIssuer.bearer(operation.allow().stream().findAny().orElse(Role.CUSTOMER));
        var path = operation.path().replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
        send(request(path, asker).method(operation.method().name(), json("{}")));

        assertThat(questionsOf(asker)).hasSize(operation.highRisk() ? 1 : 0);
    }

    @Test
    void whoMayNotDoItCausesNoQuestion() throws Exception {
        var customer = TestIssuer.customer();

        refused(write(refund, customer), 403, "FORBIDDEN");
        assertThat(questionsOf(customer)).isEmpty();
    }

    /** The events of the revocation have not come yet, so every other operation still accepts the token. */
    @ParameterizedTest
    @ValueSource(ints = {200, 401})
    void aSessionThatEndedCountsNoLongerThoughTheGatewayHasNotHeardOfIt(int status) throws Exception {
        assertThat(write(refund, support).statusCode()).isEqualTo(200);
        upstream.answers(VALIDATE, it -> Upstream.answer(it, status, "{\"active\":false}"));
        var before = upstream.received(refund).size();

        var answer = write(refund, support);
        refused(answer, 401, "AUTH_TOKEN_INVALID");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer error=\"invalid_token\"");
        assertThat(upstream.received(refund)).hasSize(before);
        assertThat(send(request("/api/admin/orders", support)).statusCode()).isEqualTo(200);
    }

    static Stream<Upstream.Answer> noClearYes() {
        return Stream.of(
                it -> Upstream.answer(it, 500, "{\"active\":true}"),
                it -> Upstream.answer(it, 503, "{}"),
                it -> Upstream.answer(it, 403, "{}"),
                it -> Upstream.answer(it, 429, "{}"),
                HighRiskIT::redirect,
                it -> it.sendResponseHeaders(200, -1),
                it -> Upstream.answer(it, 200, "{\"active\":"),
                it -> Upstream.answer(it, 200, "{}"),
                it -> Upstream.answer(it, 200, "[true]"),
                it -> Upstream.answer(it, 200, "{\"active\":\"true\"}"),
                it -> Upstream.answer(it, 200, "{\"active\":true}"),
                it -> Upstream.answer(it, 200, "{\"active\":true,\"subject\":\"%s\"}".formatted(UUID.randomUUID())),
                it -> Upstream.answer(it, 200, "{\"active\":true,\"filler\":\"%s\"}".formatted("x".repeat(1 << 20))),
                HighRiskIT::html,
                _ -> {});
    }

    @ParameterizedTest
    @MethodSource("noClearYes")
    void whereTheIssuerSaysNoClearYesNothingPasses(Upstream.Answer answer) throws Exception {
        upstream.answers(VALIDATE, answer);
        var asker = TestIssuer.bearer(Role.SUPPORT);

        isToldToComeBack(write(refund, asker));
        assertThat(questionsOf(asker)).isNotEmpty();
    }

    @Test
    void nobodyWaitsLongForAnIssuerThatIsSlow() throws Exception {
        var enough = new CountDownLatch(1);
        upstream.answers(VALIDATE, it -> {
            await(enough);
            believe(it);
        });
        try {
            isToldToComeBack(write(refund, support));
        } finally {
            enough.countDown();
        }
    }

    @Test
    void anIssuerInTroubleIsLeftAloneAndNobodyPassesMeanwhile() throws Exception {
        upstream.answers(VALIDATE, it -> Upstream.answer(it, 500, "{}"));
        for (int call = 0; call < 20; call++) {
            isToldToComeBack(write(refund, support));
        }
        assertThat(questionsOf(support)).hasSizeLessThan(20);
    }

    @Test
    void withoutAnIssuerPeopleShopAndStaffLookAsBefore() throws Exception {
        upstream.answers(VALIDATE, _ -> {});
        isToldToComeBack(write(refund, support));

        assertThat(write("/api/orders", TestIssuer.customer()).statusCode()).isEqualTo(200);
        assertThat(write("/api/orders/%s/cancel".formatted(UUID.randomUUID()), TestIssuer.bearer(Role.GUEST))
                        .statusCode())
                .isEqualTo(200);
        assertThat(send(request("/api/users/me/addresses", TestIssuer.customer()))
                        .statusCode())
                .isEqualTo(200);
        assertThat(send(request("/api/admin/orders", support)).statusCode()).isEqualTo(200);
    }

    @Test
    void aYesOfTheIssuerMakesNoRevokedTokenGood() throws Exception {
        var session = UUID.randomUUID();
        var token = TestIssuer.token(it -> it.claim("sid", session.toString()).claim("roles", List.of("SUPPORT")));
        revoked.endSession(session, Instant.now());

        refused(
                send(request(refund).header("Authorization", "Bearer " + token).POST(json("{}"))),
                401,
                "AUTH_TOKEN_INVALID");
    }

    private void isToldToComeBack(HttpResponse<String> answer) {
        refused(answer, 503, "AUTH_VALIDATION_UNAVAILABLE");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(upstream.received(refund)).isEmpty();
    }

    private HttpResponse<String> write(String path, Bearer caller) throws IOException, InterruptedException {
        return send(request(path, caller).POST(json("{}")));
    }

    private static List<Upstream.Request> questionsOf(Bearer caller) {
        return upstream.received(VALIDATE).stream()
                .filter(it -> ("Bearer " + caller.token()).equals(it.headers().getFirst("Authorization")))
                .toList();
    }

    private static void redirect(HttpExchange asked) throws IOException {
        asked.getResponseHeaders().set("Location", "/somewhere/that/believes");
        upstream.answers("/somewhere/that/believes", GatewayScenario::believe);
        asked.sendResponseHeaders(302, -1);
    }

    private static void html(HttpExchange asked) throws IOException {
        asked.getResponseHeaders().set("Content-Type", "text/html");
        asked.sendResponseHeaders(200, 0);
        asked.getResponseBody().write("{\"active\":true}".getBytes(UTF_8));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
