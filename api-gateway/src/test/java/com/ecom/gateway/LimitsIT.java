package com.ecom.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.test.TestIssuer;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One caller may sign in six times a second and twelve times at once, and ask for products eighty times at once. */
class LimitsIT extends StrictGatewayScenario {

    private static final String LOGIN = "/api/auth/login";
    private static final Limit SIGN_IN = new Limit(6, 12);
    private static final Limit PAYMENTS = new Limit(10, 20);
    private static final int MANY = 60;

    @Test
    void whoAsksTooMuchHearsWhenToComeBack() throws Exception {
        var address = address();
        var refused = firstRefused(_ -> from(address, LOGIN).POST(json("{}")));

        refused(refused, 429, "RATE_LIMIT_EXCEEDED");
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isPositive();
        assertThat(refused.headers().firstValue("RateLimit-Policy")).hasValue("\"auth-service\";q=12;w=2");
        assertThat(refused.headers().firstValue("RateLimit").orElseThrow()).matches("\"auth-service\";r=0;t=\\d+");
    }

    @Test
    void everybodyHearsWhatIsLeft() throws Exception {
        var address = address();
        var answer = send(from(address, "/api/products/" + UUID.randomUUID()));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("RateLimit")).hasValue("\"product-service\";r=79;t=1");
        assertThat(answer.headers().firstValue("RateLimit-Policy")).hasValue("\"product-service\";q=80;w=2");
    }

    @Test
    void oneAddressDoesNotUseUpAnothers() throws Exception {
        var greedy = address();
        firstRefused(_ -> from(greedy, LOGIN).POST(json("{}")));

        assertThat(send(from(address(), LOGIN).POST(json("{}"))).statusCode()).isEqualTo(200);
        assertThat(send(from(greedy, "/api/products/" + UUID.randomUUID())).statusCode())
                .isEqualTo(200);
    }

    @Test
    void anAccountCountsByItsIdWhereverItComesFrom() throws Exception {
        var customer = TestIssuer.customer();
        var address = address();
        firstRefused(_ -> from(address(), "/api/payments/orders/" + UUID.randomUUID(), customer));

        var neighbour = TestIssuer.customer();
        assertThat(send(from(address, "/api/payments/orders/" + UUID.randomUUID(), neighbour))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void guestsCountByAddressBecauseAnybodyCanBecomeAsManyAsTheyLike() throws Exception {
        var address = address();
        var refused = firstRefused(
                _ -> from(address, "/api/payments/orders/" + UUID.randomUUID(), TestIssuer.bearer(Role.GUEST)));

        refused(refused, 429, "RATE_LIMIT_EXCEEDED");
    }

    @Test
    void accountsDoNotHelpWhoTriesPasswords() throws Exception {
        var address = address();
        countAsOne(SIGN_IN, _ -> from(address, LOGIN, TestIssuer.customer()).POST(json("{}")));
    }

    @Test
    void refusalsCountToo() throws Exception {
        var customer = TestIssuer.customer();
        var refused = firstRefused(_ -> from(address(), "/api/admin/payments/orders/" + UUID.randomUUID(), customer));

        refused(refused, 429, "RATE_LIMIT_EXCEEDED");
    }

    @Test
    void tokensThatAreNoGoodCountByAddress() throws Exception {
        var address = address();
        var kinds = List.of("x.y.%d", "not a token %d", TestIssuer.token(it -> it.audience("elsewhere")));
        countAsOne(PAYMENTS, n -> {
            var request = from(address, "/api/payments/orders/" + UUID.randomUUID());
            var kind = n % (kinds.size() + 1);
            return kind == kinds.size()
                    ? request
                    : request.header(
                            "Authorization", "Bearer " + kinds.get(kind).formatted(n));
        });
    }

    @Test
    void whoForgesTokensUsesUpNothingOfTheAccountsNextDoor() throws Exception {
        var address = address();
        firstRefused(n ->
                from(address, "/api/payments/orders/" + UUID.randomUUID()).header("Authorization", "Bearer x.y." + n));

        assertThat(send(from(address, "/api/payments/orders/" + UUID.randomUUID(), TestIssuer.customer()))
                        .statusCode())
                .isEqualTo(200);
    }

    static Stream<Arguments> tricks() {
        return Stream.of(
                trick("another address to the left", (it, n) -> it.header("X-Forwarded-For", spoofed(n) + ", HERE")),
                trick("many to the left", (it, n) -> it.header("X-Forwarded-For", "1.1.1.1," + spoofed(n) + ",HERE")),
                trick(
                        "our own proxy to the right",
                        (it, n) -> it.header("X-Forwarded-For", spoofed(n) + ", HERE, 10.9.1.1")),
                trick(
                        "two headers",
                        (it, n) -> it.header("X-Forwarded-For", spoofed(n)).header("X-Forwarded-For", "HERE")),
                trick("nonsense to the left", (it, n) -> it.header("X-Forwarded-For", "x" + n + ", HERE")),
                trick("an empty hop", (it, n) -> it.header("X-Forwarded-For", spoofed(n) + ",, HERE")),
                trick("a name", (it, n) -> it.header("X-Forwarded-For", "host" + n + ".example, HERE")),
                trick("Forwarded", (it, n) -> here(it).header("Forwarded", "for=" + spoofed(n))),
                trick("X-Real-IP", (it, n) -> here(it).header("X-Real-IP", spoofed(n))),
                trick("X-Client-IP", (it, n) -> here(it).header("X-Client-IP", spoofed(n))),
                trick("True-Client-IP", (it, n) -> here(it).header("True-Client-IP", spoofed(n))),
                trick("CF-Connecting-IP", (it, n) -> here(it).header("CF-Connecting-IP", spoofed(n))),
                trick("X-Cluster-Client-IP", (it, n) -> here(it).header("X-Cluster-Client-IP", spoofed(n))),
                trick("X-Original-Forwarded-For", (it, n) -> here(it).header("X-Original-Forwarded-For", spoofed(n))),
                trick(
                        "X-User-Id",
                        (it, n) ->
                                here(it).header("X-User-Id", UUID.randomUUID().toString())),
                trick(
                        "another correlation",
                        (it, n) -> here(it).header(
                                        "X-Correlation-Id", UUID.randomUUID().toString())),
                trick("another client", (it, n) -> here(it).header("User-Agent", "agent/" + n)),
                trick("a cookie", (it, n) -> here(it).header("Cookie", "session=" + n)),
                trick("another version", (it, n) -> here(it).header("X-API-Version", n % 2 == 0 ? "1" : "v1")),
                trick(
                        "an override",
                        (it, n) -> here(it).header("X-HTTP-Method-Override", n % 2 == 0 ? "PUT" : "PATCH")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tricks")
    void noHeaderMakesSomebodySomebodyElse(String name, Trick trick) throws Exception {
        var address = address();
        countAsOne(SIGN_IN, n -> trick.on(request(LOGIN).POST(json("{}")), n, address));
    }

    @Test
    void noWayToWriteThePathIsCountedElsewhere() throws Exception {
        var address = address();
        countAsOne(SIGN_IN, n -> from(address, LOGIN + "?n=" + n).POST(json("{}")));
        for (var path : new String[] {
            "/api/auth/Login", "/API/auth/login", "/api/auth/login/", "/api/auth//login", "/api/auth/./login",
            "/api/auth/x/../login", "/api/auth/%6cogin", "/api/auth/login;a=b", "/api/auth/login%20",
                    "/api/auth/login%2f"
        }) {
            var answer = send(from(address, path).POST(json("{}")));
            assertThat(answer.statusCode()).as(path).isIn(400, 404, 429);
            assertThat(upstream.received(path)).as(path).isEmpty();
        }
    }

    @Test
    void servicesHearWhoIsBehindOurProxy() throws Exception {
        var address = address();
        var product = "/api/products/" + UUID.randomUUID();
        send(request(product).header("X-Forwarded-For", spoofed(1) + ", " + address));

        assertThat(upstream.received(product).getFirst().headers().get("X-Forwarded-For"))
                .containsExactly(address);
    }

    @Test
    void addressesOfOneIpv6NetworkCountAsOne() throws Exception {
        countAsOne(
                SIGN_IN,
                n -> from("2001:db8:%x:1::%x".formatted(port, n + 1), LOGIN).POST(json("{}")));
    }

    @Test
    void servicesHearWhoIsBehindAProxyOfOurs() throws Exception {
        var address = address();
        var path = "/api/products/" + UUID.randomUUID();
        send(request(path).header("X-Forwarded-For", "203.0.113.9, " + address + ", 10.9.1.1"));

        assertThat(upstream.received(path).getFirst().headers().get("X-Forwarded-For"))
                .containsExactly(address);
    }

    /** Somebody is refused, and no more pass than the burst and what comes back while the requests are sent. */
    private static void countAsOne(Limit limit, IntFunction<HttpRequest.Builder> request) {
        var began = System.nanoTime();
        var passed = IntStream.range(0, MANY)
                .parallel()
                .filter(it -> quietly(request.apply(it)).statusCode() != 429)
                .count();
        var seconds = (System.nanoTime() - began) / 1e9;

        assertThat(passed)
                .isLessThan(MANY)
                .isLessThanOrEqualTo(limit.burst() + (long) Math.ceil(limit.perSecond() * seconds));
    }

    private HttpResponse<String> firstRefused(IntFunction<HttpRequest.Builder> request) {
        return IntStream.range(0, MANY)
                .parallel()
                .mapToObj(it -> quietly(request.apply(it)))
                .filter(it -> it.statusCode() == 429)
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nobody was refused"));
    }

    private static HttpResponse<String> quietly(HttpRequest.Builder request) {
        try {
            return send(request);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String spoofed(int number) {
        return "203.0.113." + number;
    }

    private static HttpRequest.Builder here(HttpRequest.Builder request) {
        return request.header("X-Forwarded-For", "HERE");
    }

    private static Arguments trick(String name, Change change) {
        return Arguments.of(name, (Trick) (request, number, address) -> {
            change.on(request, number);
            var built = request.build();
            var real = HttpRequest.newBuilder(built, (header, _) -> !header.equalsIgnoreCase("X-Forwarded-For"));
            built.headers()
                    .allValues("X-Forwarded-For")
                    .forEach(it -> real.header("X-Forwarded-For", it.replace("HERE", address)));
            return real;
        });
    }

    private record Limit(int perSecond, int burst) {}

    @FunctionalInterface
    interface Change {
        HttpRequest.Builder on(HttpRequest.Builder request, int number);
    }

    @FunctionalInterface
    interface Trick {
        HttpRequest.Builder on(HttpRequest.Builder request, int number, String address);
    }
}
