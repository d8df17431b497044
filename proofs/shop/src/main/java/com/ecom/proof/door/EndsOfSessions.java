package com.ecom.proof.door;

import com.ecom.local.LocalShop;
import com.ecom.local.stack.Names;
import com.ecom.shop.Gateway;
import com.ecom.shop.ShopHttp;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** How long a token is still believed somewhere after its session has ended. */
final class EndsOfSessions implements AutoCloseable {

    private static final Duration AT_LAST = Duration.ofSeconds(15);
    private static final int ASKS_EVERY_MILLIS = 5;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Gateway anybody;
    private final List<URI> doors;
    private final List<String> violations = new ArrayList<>();

    EndsOfSessions(LocalShop shop, Gateway anybody) {
        this.anybody = anybody;
        this.doors = Stream.concat(
                        Names.SERVICES.stream(),
                        Stream.of(Names.secondOf(Names.GATEWAY), Names.secondOf("auth-service")))
                .map(it -> shop.address(it).resolve(questionTo(it)))
                .toList();
    }

    /** What every caller with a token may at least ask, so that only a token that is not believed is answered 401. */
    private static String questionTo(String instance) {
        if (instance.startsWith(Names.GATEWAY)) {
            return "/api/orders";
        }
        return instance.startsWith("auth-service") ? "/api/auth/sessions" : "/ops/audit";
    }

    List<String> violations() {
        return violations;
    }

    /** For each of some sessions, the milliseconds from the answer to the log-out until all instances refuse its token. */
    List<Double> measure(int sessions) throws Exception {
        var took = new ArrayList<Double>();
        for (int i = 0; i < sessions; i++) {
            took.add(measureOne());
        }
        took.sort(null);
        return took;
    }

    private double measureOne() throws Exception {
        var grant = anybody.post(
                        "/api/auth/signup",
                        Map.of(
                                "email",
                                "leaving-%s@example.com".formatted(UUID.randomUUID()),
                                "password",
                                "correct horse " + UUID.randomUUID()))
                .good();
        var token = grant.path("accessToken").asString();
        for (var door : doors) {
            if (status(door, token) == 401) {
                violations.add("The token of somebody who just signed up is not believed at " + door);
            }
        }
        anybody.as(token)
                .post(
                        "/api/auth/logout",
                        Map.of("refreshToken", grant.path("refreshToken").asString()))
                .good();
        var ended = System.nanoTime();
        var answers = threads.invokeAll(doors.stream()
                .map(it -> (Callable<Long>) () -> refusedAfter(ended, it, token))
                .toList());
        long slowest = 0;
        for (var answer : answers) {
            slowest = Math.max(slowest, answer.get());
        }
        return slowest / 1_000_000.0;
    }

    private long refusedAfter(long ended, URI door, String token) throws InterruptedException {
        while (status(door, token) != 401) {
            if (System.nanoTime() - ended > AT_LAST.toNanos()) {
                throw new IllegalStateException(
                        "%s still believes a token %d s after its session ended".formatted(door, AT_LAST.toSeconds()));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(ASKS_EVERY_MILLIS));
        }
        return System.nanoTime() - ended;
    }

    private int status(URI door, String token) throws InterruptedException {
        var request = HttpRequest.newBuilder(door)
                .timeout(AT_LAST)
                .header("Authorization", "Bearer " + token)
                .build();
        try {
            return ShopHttp.client().send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        }
    }

    @Override
    public void close() {
        threads.close();
    }
}
