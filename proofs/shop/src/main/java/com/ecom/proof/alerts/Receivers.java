package com.ecom.proof.alerts;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All whom Alertmanager tells anything: each receiver is a path of one server. */
public final class Receivers implements AutoCloseable {

    private static final String FIRING = "firing";
    private static final String RESOLVED = "resolved";

    private final HttpServer server;
    private final Map<Word, CompletableFuture<Heard>> heard = new ConcurrentHashMap<>();

    /** What a receiver was told of an alert: that it fires, or is resolved. */
    private record Word(String receiver, String alert, String service, String severity, String status) {

        Word with(String other) {
            return new Word(receiver, alert, service, severity, other);
        }
    }

    /**
     * That something was notice.
     *
     * @param since when Prometheus decided so
     */
    public record Heard(Instant since, Instant at) {}

    public Receivers() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var receiver = exchange.getRequestURI().getPath().substring(1);
            var notice = JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes());
            notice.path("alerts").forEach(it -> hear(receiver, it));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    String addressOf(String receiver) {
        return "http://127.0.0.1:%d/%s".formatted(server.getAddress().getPort(), receiver);
    }

    /** What was heard until now does not count: Prometheus begins with nothing, which is an alert or two. */
    public void forget(Alarm alarm) {
        heard.keySet().removeIf(it -> it.alert.equals(alarm.alert()) && it.service.equals(alarm.service()));
    }

    /**
     * When it heard of it for the first time; nothing if it does not within that time. What has begun again is not
     * resolved.
     */
    public Optional<Heard> hears(Alarm alarm, String receiver, String status, Duration within)
            throws InterruptedException {
        try {
            var word = word(new Word(receiver, alarm.alert(), alarm.service(), alarm.severity(), status));
            return Optional.of(word.get(within.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Who has heard that it fires. */
    Set<String> whoHeardOf(Alarm alarm) {
        var receivers = new TreeSet<String>();
        heard.forEach((word, when) -> {
            if (when.isDone()
                    && word.status.equals(FIRING)
                    && word.alert.equals(alarm.alert())
                    && word.service.equals(alarm.service())
                    && word.severity.equals(alarm.severity())) {
                receivers.add(word.receiver);
            }
        });
        return receivers;
    }

    private void hear(String receiver, JsonNode alert) {
        var word = new Word(
                receiver,
                alert.at("/labels/alertname").asString(),
                alert.at("/labels/service").asString(),
                alert.at("/labels/severity").asString(),
                alert.path("status").asString());
        if (word.status.equals(FIRING)) {
            heard.computeIfPresent(word.with(RESOLVED), (_, when) -> when.isDone() ? null : when);
        }
        word(word).complete(new Heard(Instant.parse(alert.path("startsAt").asString()), Instant.now()));
    }

    private CompletableFuture<Heard> word(Word word) {
        return heard.computeIfAbsent(word, _ -> new CompletableFuture<>());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
