package com.ecom.proof.security;

import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.proof.security.fixture.Fixture;
import com.ecom.proof.security.fixture.Outcome;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.BiFunction;

/**
 * Ways to be somebody else for a limit: headers that name other addresses, other ways to write a path, many accounts, many
 * guests. At a door with the limits of production none lets more requests through than one caller may send.
 */
final class LimitTricks {

    /** What the profile standard allows one caller to ask of auth-service. */
    private static final int BURST = 12;

    private static final int PER_SECOND = 6;
    private static final int MANY = 60;
    private static final String LOGIN = "/api/auth/login";

    private static final List<String> OTHER_WAYS = List.of(
            "/api/auth/Login",
            "/API/auth/login",
            "/api/auth/login/",
            "/api/auth//login",
            "//api/auth/login",
            "/api/auth/%6cogin",
            "/api/auth/login;a=b",
            "/api/auth/login%20",
            "/api/auth/login%2f",
            "/api/auth/login%3f",
            "/api/auth/./login",
            "/api/auth/x/../login",
            "/api/auth/x/%2e%2e/login",
            "/api/auth;x/login",
            "/api/products/../auth/login");

    private final Fixture fixture;
    private final URI door;
    private final List<String> violations = new ArrayList<>();
    private int tried;

    LimitTricks(Fixture fixture, URI door) {
        this.fixture = fixture;
        this.door = door;
    }

    Outcome run() throws InterruptedException, ExecutionException, IOException {
        for (var trick : headers().entrySet()) {
            try (var guesser = Guesser.elsewhere()) {
                measured(
                        trick.getKey(),
                        guesser.askMany(MANY, n -> trick.getValue().apply(login(LOGIN), n)));
            }
        }
        try (var guesser = Guesser.elsewhere()) {
            measured("another query each time", guesser.askMany(MANY, n -> login(LOGIN + "?n=" + n)));
        }
        otherWaysToWriteThePath();
        asManyAddresses();
        return new Outcome(violations, Map.of("tricks to get past a limit", tried));
    }

    private Map<String, BiFunction<HttpRequest.Builder, Integer, HttpRequest.Builder>> headers() {
        var all = new LinkedHashMap<String, BiFunction<HttpRequest.Builder, Integer, HttpRequest.Builder>>();
        for (var header : List.of(
                "X-Forwarded-For",
                "X-Real-IP",
                "X-Client-IP",
                "True-Client-IP",
                "CF-Connecting-IP",
                "X-Cluster-Client-IP",
                "X-Original-Forwarded-For",
                "X-Remote-Addr",
                "Client-IP")) {
            all.put(header, (it, n) -> it.header(header, spoofed(n)));
        }
        all.put("Forwarded", (it, n) -> it.header("Forwarded", "for=" + spoofed(n)));
        all.put(
                "our proxy to the right",
                (it, n) -> it.header("X-Forwarded-For", spoofed(n) + ", " + StrictDoor.PROXY));
        all.put(
                "two headers",
                (it, n) -> it.header("X-Forwarded-For", spoofed(n)).header("X-Forwarded-For", spoofed(0)));
        all.put(
                "another correlation",
                (it, n) -> it.header("X-Correlation-Id", UUID.randomUUID().toString()));
        all.put("another client", (it, n) -> it.header("User-Agent", "agent/" + n));
        all.put("a cookie", (it, n) -> it.header("Cookie", "session=" + n));
        all.put(
                "another user by a header",
                (it, n) -> it.header("X-User-Id", UUID.randomUUID().toString()));
        all.put(
                "another account each time",
                (it, n) ->
                        it.header("Authorization", "Bearer " + fixture.issuer().of(UUID.randomUUID(), Role.CUSTOMER)));
        all.put(
                "another guest each time",
                (it, n) ->
                        it.header("Authorization", "Bearer " + fixture.issuer().of(UUID.randomUUID(), Role.GUEST)));
        all.put("another forged token each time", (it, n) -> it.header("Authorization", "Bearer x.y." + n));
        return all;
    }

    /** Whatever gets to auth-service by another name would answer as the right name does: it must not, or it counts. */
    private void otherWaysToWriteThePath() throws InterruptedException, ExecutionException, IOException {
        for (var way : OTHER_WAYS) {
            try (var guesser = Guesser.elsewhere()) {
                tried++;
                var right = Map.of("email", "nobody@example.com", "password", "a guess of nobody");
                var answer = guesser.ask(Guesser.post(URI.create(door + way), right));
                if (answer.code().equals("INVALID_CREDENTIALS") || answer.status() / 100 == 2) {
                    violations.add("Passwords can be tried at %s, too".formatted(way));
                }
            }
        }
    }

    /** Behind the load balancer only what it says itself counts, not what it passes on. */
    private void asManyAddresses() throws InterruptedException, ExecutionException {
        try (var proxy = Guesser.behindTheProxy()) {
            measured(
                    "another address before the real one",
                    proxy.askMany(MANY, n -> login(LOGIN).header("X-Forwarded-For", spoofed(n) + ", 198.51.100.201")));
            measured(
                    "an address that is none before the real one",
                    proxy.askMany(MANY, n -> login(LOGIN).header("X-Forwarded-For", "x" + n + ",, 198.51.100.202")));
            measured(
                    "addresses of one household",
                    proxy.askMany(
                            MANY, n -> login(LOGIN).header("X-Forwarded-For", "2001:db8:77:1::%x".formatted(n + 1))));
        }
    }

    private void measured(String trick, Guesser.Answers answers) {
        tried++;
        var atMost = BURST + PER_SECOND * answers.seconds() + 1;
        if (answers.passed() > atMost) {
            violations.add("By %s, %d of %d requests passed in %.1f s"
                    .formatted(trick, answers.passed(), MANY, answers.seconds()));
        }
        if (answers.passed() == MANY) {
            violations.add("By %s, nobody was ever refused".formatted(trick));
        }
    }

    private HttpRequest.Builder login(String path) {
        return Guesser.post(URI.create(door + path), Map.of());
    }

    private static String spoofed(int number) {
        return "203.0.113." + (number + 1);
    }
}
