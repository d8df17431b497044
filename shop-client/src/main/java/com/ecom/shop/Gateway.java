package com.ecom.shop;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * The only door of the shop, for somebody with this token or, if it is empty, with none.
 *
 * @param insists whether an answer that may be another one soon (503, and where a repetition does no harm also 502, 504 or
 *     none at all) is asked for again, as 429 and a shop that is busy always are
 * @param from the address that the person says to have; empty for this machine's own
 */
public record Gateway(URI address, String token, boolean insists, String from) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration TIMEOUT = Duration.ofSeconds(40);
    private static final int TOO_MUCH_AT_ONCE = 429;
    /** Said by the service, or by the gateway in its place. */
    private static final Set<String> BUSY = Set.of("BUSY", "DOWNSTREAM_BUSY");

    private static final int CUT_OFF = 0;
    private static final Set<Integer> NO_ANSWER = Set.of(503, 504);
    private static final Duration STANDSTILL = Duration.ofMinutes(2);

    public static Gateway at(String address) {
        return new Gateway(URI.create(address), "", false, "");
    }

    public Gateway as(String token) {
        return new Gateway(address, token, insists, from);
    }

    /** The same door for somebody who wants the work done, however slow the machine is. */
    public Gateway insistent() {
        return new Gateway(address, token, true, from);
    }

    /** The same door for somebody in a network of their own; only a gateway that trusts this machine believes it. */
    public Gateway fromElsewhere() {
        return new Gateway(
                address, token, insists, Networks.of(UUID.randomUUID().toString()));
    }

    /** The same door for an account. */
    public Gateway loggedIn(String email, String password) {
        var answer = postOnce(
                "/api/auth/login",
                Map.of("email", email, "password", password),
                UUID.randomUUID().toString());
        return as(answer.good().path("accessToken").asString());
    }

    public JsonNode get(String path) {
        return send(request(path).GET()).good();
    }

    public Answer look(String path) {
        return send(request(path).GET());
    }

    public Answer post(String path, Object body) {
        return send(withBody(request(path), "POST", body));
    }

    public Answer put(String path, Object body) {
        return send(withBody(request(path), "PUT", body));
    }

    /** Replaces what is still at the version that was read. */
    public Answer replace(String path, Object body, long version) {
        return send(withBody(request(path), "PUT", body).header("If-Match", "\"%d\"".formatted(version)));
    }

    /** The same key with the same body has its effect once. */
    public Answer postOnce(String path, Object body, String idempotencyKey) {
        return send(withBody(request(path), "POST", body).header("Idempotency-Key", idempotencyKey));
    }

    /** Asks again under the same key while nobody answers in time. */
    public Answer insist(String path, Object body) {
        var key = UUID.randomUUID().toString();
        return Await.until(
                path, TIMEOUT, () -> postOnce(path, body, key), it -> !NO_ANSWER.contains(it.status()), Answer::status);
    }

    public Answer putLines(String path, String lines) {
        return send(request(path).header("Content-Type", "application/x-ndjson").PUT(BodyPublishers.ofString(lines)));
    }

    /** Sends a file as it is. */
    public Answer upload(String path, String type, byte[] file) {
        return send(request(path).header("Content-Type", type).POST(BodyPublishers.ofByteArray(file)));
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(TIMEOUT)
                .header("X-Correlation-Id", UUID.randomUUID().toString())
                .header("Accept", "application/json, application/problem+json");
        if (!from.isEmpty()) {
            request.header("X-Forwarded-For", from);
        }
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static HttpRequest.Builder withBody(HttpRequest.Builder request, String method, Object body) {
        return request.header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
    }

    /** Whoever is told that this was too much at once waits a little and asks again. */
    private Answer send(HttpRequest.Builder builder) {
        var request = builder.build();
        return Await.until(
                "%s %s".formatted(request.method(), request.uri().getPath()),
                insists ? STANDSTILL : TIMEOUT,
                () -> sendOnce(request),
                it -> !isAskedAgain(request, it),
                Answer::status);
    }

    /** Whoever is one too many just now has lost nothing, and comes back when they are told to. */
    private boolean isAskedAgain(HttpRequest request, Answer answer) {
        return switch (answer.status()) {
            case TOO_MUCH_AT_ONCE -> true;
            case 503 -> insists || BUSY.contains(answer.body().path("code").asString(""));
            case CUT_OFF, 502, 504 -> insists && isRepeatable(request);
            default -> false;
        };
    }

    private static boolean isRepeatable(HttpRequest request) {
        return !request.method().equals("POST")
                || request.headers().firstValue("Idempotency-Key").isPresent();
    }

    private Answer sendOnce(HttpRequest request) {
        try {
            var response = ShopHttp.client().send(request, BodyHandlers.ofByteArray());
            var body = response.body().length == 0 ? MissingNode.getInstance() : JSON.readTree(response.body());
            var answer = new Answer(request.method() + " " + request.uri().getPath(), response.statusCode(), body);
            if (isAskedAgain(request, answer)) {
                new ComeBack().waited(response);
            }
            return answer;
        } catch (ConnectException e) {
            throw unreachable(e);
        } catch (IOException e) {
            var none = new Answer(request.method() + " " + request.uri().getPath(), CUT_OFF, MissingNode.getInstance());
            if (isAskedAgain(request, none)) {
                return none;
            }
            throw unreachable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ShopSaysNo("Interrupted");
        }
    }

    private ShopSaysNo unreachable(IOException e) {
        return new ShopSaysNo("The gateway at %s cannot be reached (%s); is the shop up?".formatted(address, e));
    }

    /** What the shop answered to what. */
    public record Answer(String request, int status, JsonNode body) {

        public boolean isGood() {
            return status / 100 == 2;
        }

        /** The body of a good answer; any other is the end. */
        public JsonNode good() {
            if (!isGood()) {
                throw new ShopSaysNo("%s answered %d: %s".formatted(request, status, body));
            }
            return body;
        }
    }
}
