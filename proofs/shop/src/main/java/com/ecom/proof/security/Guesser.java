package com.ecom.proof.security;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import tools.jackson.databind.json.JsonMapper;

/** Somebody with an address of their own, as this machine has thousands on its loopback, who asks a lot. */
final class Guesser implements AutoCloseable {

    private static final AtomicInteger ADDRESSES = new AtomicInteger();
    private static final int AT_ONCE = 8;
    private static final Set<String> AT_THE_DOOR = Set.of("RATE_LIMIT_EXCEEDED", "AUTH_TOKEN_INVALID");

    private final HttpClient http;

    private Guesser(String address) {
        try {
            http = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .localAddress(InetAddress.getByName(address))
                    .build();
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    /** From an address that nobody had before, straight to the door. */
    static Guesser elsewhere() {
        var number = ADDRESSES.incrementAndGet();
        return new Guesser("127.77.%d.%d".formatted(number / 250, 1 + number % 250));
    }

    /** From an address of this machine's loopback. */
    static Guesser at(String address) {
        return new Guesser(address);
    }

    /** From where the load balancer is: its word counts. */
    static Guesser behindTheProxy() {
        return new Guesser(StrictDoor.PROXY);
    }

    static HttpRequest.Builder post(URI address, Map<String, ?> body) {
        return HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body)));
    }

    /** @param code of a problem; empty if it is none */
    record Heard(int status, String code, String retryAfter, String body) {}

    /**
     * @param seconds from before the first was asked until after the last was answered
     */
    record Answers(List<Heard> all, double seconds) {

        long with(int status) {
            return all.stream().filter(it -> it.status == status).count();
        }

        /** All that was not stopped at the door, be it by a limit or for a token that is none. */
        long passed() {
            return all.stream().filter(it -> !AT_THE_DOOR.contains(it.code)).count();
        }
    }

    Heard ask(HttpRequest.Builder request) throws IOException, InterruptedException {
        return ask(request.build());
    }

    Heard ask(HttpRequest request) throws IOException, InterruptedException {
        var answer = http.send(request, BodyHandlers.ofString());
        var isProblem = answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json");
        return new Heard(
                answer.statusCode(),
                isProblem
                        ? JsonMapper.shared()
                                .readTree(answer.body())
                                .path("code")
                                .asString("")
                        : "",
                answer.headers().firstValue("Retry-After").orElse(""),
                answer.body());
    }

    Answers askMany(int times, IntFunction<HttpRequest.Builder> request)
            throws InterruptedException, ExecutionException {
        var tasks = new ArrayList<Callable<Heard>>();
        for (int number = 0; number < times; number++) {
            var built = request.apply(number);
            tasks.add(() -> ask(built));
        }
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var began = System.nanoTime();
            var heard = new ArrayList<Heard>();
            for (var answer : threads.invokeAll(tasks)) {
                heard.add(answer.get());
            }
            return new Answers(List.copyOf(heard), (System.nanoTime() - began) / 1_000_000_000.0);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
