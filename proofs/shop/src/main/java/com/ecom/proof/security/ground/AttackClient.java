package com.ecom.proof.security.ground;

import com.ecom.shop.ShopHttp;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Sends many requests at the same time, and keeps exactly what is answered. */
public final class AttackClient {

    private static final int AT_ONCE = 16;
    private static final int MOST_TRIES = 4;
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    /** What was too much or took too long just now is asked again: what an input makes fail fails again. */
    public Answer ask(Request request) throws InterruptedException {
        var answer = askOnce(request);
        for (int tries = 1; tries < MOST_TRIES && answer.isAboutTheMoment(); tries++) {
            TimeUnit.SECONDS.sleep(1);
            answer = askOnce(request);
        }
        return answer;
    }

    private Answer askOnce(Request request) throws InterruptedException {
        var builder = HttpRequest.newBuilder(request.address).timeout(TIMEOUT);
        request.headers.forEach((name, values) -> values.forEach(it -> builder.header(name, it)));
        var body = request.body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(request.body);
        try {
            var answer =
                    ShopHttp.client().send(builder.method(request.method, body).build(), BodyHandlers.ofString());
            return Answer.of(answer);
        } catch (IOException e) {
            return new Answer(0, Map.of(), "No answer: " + e);
        }
    }

    /** Does the same with each of many, some at a time; returns what went wrong beyond what they note themselves. */
    public static <T> List<String> forEach(List<T> all, Doing<T> doing) throws InterruptedException {
        var failures = new ConcurrentLinkedQueue<String>();
        var room = new Semaphore(AT_ONCE);
        try (var threads = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            for (var it : all) {
                room.acquire();
                var _ = threads.submit(() -> {
                    try {
                        doing.with(it, failures::add);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    } catch (RuntimeException e) {
                        failures.add("%s could not be tried: %s".formatted(it, e));
                    } finally {
                        room.release();
                    }
                });
            }
        }
        return List.copyOf(failures);
    }

    @FunctionalInterface
    public interface Doing<T> {
        void with(T it, Consumer<String> violated) throws InterruptedException;
    }

    public record Request(
            String method,
            URI address,
            Map<String, List<String>> headers,
            @Nullable String body) {

        public static Request get(URI address, Map<String, List<String>> headers) {
            return new Request("GET", address, headers, null);
        }
    }

    public record Answer(int status, Map<String, List<String>> headers, String body) {

        public static Answer of(HttpResponse<String> answer) {
            return new Answer(answer.statusCode(), answer.headers().map(), answer.body());
        }

        /** Empty if there is none. */
        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(it -> it.getKey().equalsIgnoreCase(name))
                    .map(it -> it.getValue().getFirst())
                    .findFirst()
                    .orElse("");
        }

        public JsonNode json() {
            try {
                return JsonMapper.shared().readTree(body);
            } catch (JacksonException e) {
                return MissingNode.getInstance();
            }
        }

        private boolean isAboutTheMoment() {
            return status == 504 || (status == 503 && !header("Retry-After").isEmpty());
        }

        public boolean isGood() {
            return status / 100 == 2;
        }

        public boolean isProblem() {
            return header("Content-Type").startsWith("application/problem+json")
                    && json().path("status").asInt(0) == status
                    && !json().path("code").asString("").isEmpty();
        }

        /** What tells two refusals apart, without what is different each time. */
        public String gist() {
            var problem = json();
            return status + " " + problem.path("code").asString("") + " "
                    + problem.path("detail").asString("");
        }
    }
}
