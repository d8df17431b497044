package com.ecom.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ecom.local.stack.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Prometheus with the rules of {@code ops}, which scrapes every second so that a test does not wait. */
public final class Scraper implements AutoCloseable {

    private static final String PROMETHEUS = "prometheus";

    /** What Grafana puts in for its variables, at this interval and for the last hour. */
    private static final Map<String, String> VARIABLES = Map.of("$__rate_interval", "10s", "$__range", "1h");

    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final int port;

    private Scraper(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** @param targets the address of each service's metrics */
    public static Scraper of(Map<String, String> targets, Path folder) throws IOException, InterruptedException {
        var ops = OpsFolder.find();
        var owners = ops.owners();
        Scaled.into(folder, ops, 1);
        Files.createDirectories(folder.resolve("targets"));
        Files.writeString(
                folder.resolve("targets/shop.yml"),
                targets.entrySet().stream()
                        .map(it -> "- targets: [\"%s\"]\n  labels: {service: %s, owner: %s}\n"
                                .formatted(it.getValue(), it.getKey(), owners.ownerOf(it.getKey())))
                        .collect(Collectors.joining()));
        Files.writeString(
                folder.resolve("prometheus.yml"),
                Files.readString(ops.prometheus().resolve("prometheus.yml"))
                        .replaceAll("(scrape|evaluation)_interval: 15s", "$1_interval: 1s")
                        .replace("scrape_timeout: 10s", "scrape_timeout: 1s"));
        var port = Ports.NONE.withFree(Set.of(PROMETHEUS)).of(PROMETHEUS);
        var line = new ArrayList<>(Tool.monitoring().prometheus());
        line.addAll(List.of(
                "--config.file=prometheus.yml",
                "--storage.tsdb.path=series",
                "--web.listen-address=127.0.0.1:" + port));
        var process = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("prometheus.log").toFile())
                .start();
        return new Scraper(process, port);
    }

    /** Whether the expression of a panel answers with any series; one that it does not understand is a mistake. */
    public boolean hasSeries(String expression) {
        var filled = expression;
        for (var variable : VARIABLES.entrySet()) {
            filled = filled.replace(variable.getKey(), variable.getValue());
        }
        try {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/api/v1/query?query=%s"
                                    .formatted(port, URLEncoder.encode(filled, UTF_8))))
                            .build(),
                    BodyHandlers.ofString());
            if (answer.statusCode() == 400) {
                throw new IllegalArgumentException(expression + ": " + answer.body());
            }
            return answer.statusCode() == 200
                    && !json.readTree(answer.body()).at("/data/result").isEmpty();
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join();
        process.destroyForcibly();
    }
}
