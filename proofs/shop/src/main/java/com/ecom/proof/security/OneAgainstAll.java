package com.ecom.proof.security;

import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.proof.security.fixture.Fixture;
import com.ecom.proof.security.fixture.Outcome;
import com.ecom.proof.security.fixture.Resources;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/**
 * Whatever one caller sends, another is answered as ever: at a door with the limits and breakers of production, somebody shops
 * at a walking pace, first alone and then beside the worst caller there can be.
 */
final class OneAgainstAll {

    private static final Duration PACE = Duration.ofMillis(25);

    private final Fixture fixture;
    private final URI door;
    private final List<HttpRequest> shopping;
    private final String sku;

    OneAgainstAll(Fixture fixture, URI door) {
        this.fixture = fixture;
        this.door = door;
        this.sku = Resources.aSku(fixture);
        var token = fixture.issuer().of(UUID.randomUUID(), Role.CUSTOMER);
        this.shopping = List.of(
                asSomebody(token, "/api/search/products?q=mug").build(),
                asSomebody(token, "/api/cart/items/" + sku)
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString("{\"quantity\":1}"))
                        .build(),
                asSomebody(token, "/api/products?size=5").build(),
                asSomebody(token, "/api/cart").build(),
                asSomebody(token, "/api/search/suggestions?q=m").build());
    }

    /** @param seconds for how long the worst caller goes on */
    Outcome run(int seconds) throws IOException, InterruptedException {
        var violations = new ArrayList<String>();
        var alone = shop(Math.max(2, seconds / 4), violations);
        if (!violations.isEmpty()) {
            return new Outcome(List.of("Nobody can shop even alone: " + violations.getFirst()), Map.of());
        }
        try (var worst = new WorstCaller(fixture, door, sku)) {
            worst.begin();
            var beside = shop(seconds, violations);
            return new Outcome(
                    violations,
                    Map.of(
                            "requests of the worst caller",
                            worst.sent(),
                            "requests of somebody beside the worst caller",
                            beside.size(),
                            "p99 of somebody alone, ms",
                            p99(alone),
                            "p99 of somebody beside the worst caller, ms",
                            p99(beside)));
        }
    }

    /** How long each answer took, in ms. */
    private List<Double> shop(int seconds, List<String> violations) throws IOException, InterruptedException {
        var took = new ArrayList<Double>();
        var unexpected = new TreeMap<String, Integer>();
        var until = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        try (var somebody = Guesser.behindTheProxy()) {
            for (int next = 0; System.nanoTime() < until; next++) {
                var request = shopping.get(next % shopping.size());
                var began = System.nanoTime();
                var heard = somebody.ask(request);
                took.add((System.nanoTime() - began) / 1_000_000.0);
                if (heard.status() != 200) {
                    var what = "%s %s: %d %s"
                            .formatted(request.method(), request.uri().getPath(), heard.status(), heard.code());
                    unexpected.merge(what, 1, Integer::sum);
                }
                LockSupport.parkNanos(PACE.toNanos());
            }
        }
        unexpected.forEach((what, times) -> violations.add("Somebody else got %s (%d times)".formatted(what, times)));
        return took;
    }

    private static double p99(List<Double> took) {
        var sorted = took.stream().sorted().toList();
        return Math.round(sorted.get((int) Math.ceil(sorted.size() * 0.99) - 1) * 10) / 10.0;
    }

    private HttpRequest.Builder asSomebody(String token, String path) {
        return HttpRequest.newBuilder(URI.create(door + path))
                .timeout(Duration.ofSeconds(20))
                .header("X-Forwarded-For", "198.51.100.77")
                .header("Authorization", "Bearer " + token);
    }
}
