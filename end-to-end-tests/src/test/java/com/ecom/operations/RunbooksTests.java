package com.ecom.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.local.cli.Ecom;
import com.ecom.local.stack.Names;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every alert has one page, all pages are alike, and what they say to ask or to do exists and is understood. */
class RunbooksTests {

    private static final List<String> HEADINGS =
            List.of("Meaning", "Customer impact", "First query", "Decide", "Safe actions", "Verify", "Escalate");

    /** What stands for something that only the operator knows. */
    private static final Map<String, String> CHOSEN = Map.of(
            "SERVICE", "order-service",
            "ORDER", "0197f000-0000-7000-8000-000000000001",
            "LETTER", "0197f000-0000-7000-8000-000000000002",
            "MAIL", "0197f000-0000-7000-8000-000000000003",
            "PASS", "0197f000-0000-7000-8000-000000000004",
            "FROM", "2026-01-01T00:00:00Z",
            "UNTIL", "2026-01-02T00:00:00Z");

    private final OpsFolder ops = OpsFolder.find();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path scratch;

    @Test
    void everyAlertHasItsPageAndEveryPageItsAlert() throws IOException {
        assertThat(Runbook.all(ops).stream().map(Runbook::alert))
                .containsExactlyInAnyOrderElementsOf(
                        Alert.all(ops).stream().map(Alert::name).collect(Collectors.toSet()));
    }

    @Test
    void everyPageAnswersTheSameQuestionsInTheSameOrder() throws IOException {
        assertThat(Runbook.all(ops)).allSatisfy(it -> {
            assertThat(it.text()).startsWith("# " + it.alert() + "\n");
            assertThat(it.headings()).as(it.alert()).isEqualTo(HEADINGS);
            assertThat(it.queries()).as(it.alert()).hasSize(2);
            assertThat(it.tableRows()).as(it.alert()).hasSizeGreaterThanOrEqualTo(4);
            assertThat(it.commands()).as(it.alert()).isNotEmpty();
            assertThat(it.links())
                    .allSatisfy(link -> assertThat(ops.runbooks().resolve(link))
                            .as(it.alert())
                            .exists());
        });
    }

    @Test
    void everyQueryAsksForWhatThereIs() throws IOException {
        var known = KnownMetrics.of(ops);
        var recorded =
                Alert.rules(ops).map(it -> String.valueOf(it.get("record"))).collect(Collectors.toSet());

        assertThat(Runbook.all(ops))
                .allSatisfy(page -> assertThat(page.queries()).allSatisfy(it -> {
                    assertThat(new Promql(it).metrics())
                            .as(page.alert())
                            .isNotEmpty()
                            .allMatch(name -> name.equals("up") || recorded.contains(name) || known.has(name));
                    assertThat(known.complaints(new Promql(it)))
                            .as(page.alert())
                            .isEmpty();
                }));
    }

    @Test
    void prometheusUnderstandsEveryQuery() throws Exception {
        var rules = Runbook.all(ops).stream()
                .flatMap(it -> it.queries().stream())
                .distinct()
                .map(it -> "      - record: runbook:query\n        expr: |\n%s\n"
                        .formatted(it.indent(10).stripTrailing()))
                .collect(Collectors.joining());
        var file =
                Files.writeString(scratch.resolve("queries.yml"), "groups:\n  - name: runbooks\n    rules:\n" + rules);

        assertThat(Tool.run(scratch, Map.of(), Tool.monitoring().promtool(), "check", "rules", "--lint=none", file))
                .satisfies(it -> assertThat(it.code()).as(it.text()).isZero());
    }

    @Test
    void everyCommandIsOneOfOurs() throws IOException {
        var commands = Arrays.stream(Ecom.class.getAnnotation(Command.class).subcommands())
                .map(it -> it.getAnnotation(Command.class).name())
                .toList();

        assertThat(Runbook.all(ops))
                .allSatisfy(page -> assertThat(page.commands()).allSatisfy(it -> {
                    var words = it.replace("$SERVICE", "order-service").split(" ", -1);
                    assertThat(words[0]).as(page.alert()).isIn("./ecom", "ops/ask");
                    if (words[0].equals("./ecom")) {
                        assertThat(commands).contains(words[1]);
                        assertThat(Names.ALL).containsAll(List.of(words).subList(2, words.length));
                    }
                }));
    }

    /** Each is run as it stands, against a server that holds it to the service's own document. */
    @Test
    void everyQuestionToAServiceIsOneThatItUnderstands() throws Exception {
        var asked = new ConcurrentLinkedQueue<Asked>();
        var server = recording(asked);
        try {
            var environment = new HashMap<>(CHOSEN);
            environment.put("ECOM_OPS_TOKEN", "a-token");
            environment.put(
                    "ECOM_OPS_AT",
                    "http://127.0.0.1:%d/{service}"
                            .formatted(server.getAddress().getPort()));
            var lines = Runbook.all(ops).stream()
                    .flatMap(it -> it.commands().stream())
                    .filter(it -> it.startsWith("ops/ask"))
                    .distinct()
                    .toList();

            assertThat(lines).hasSizeGreaterThan(40);
            for (var line : lines) {
                var said = Tool.run(ops.root(), environment, "sh", "-eu", "-c", line);
                assertThat(said.code()).as("%s: %s", line, said.text()).isZero();
            }
            assertThat(asked).hasSameSizeAs(lines).allSatisfy(this::isUnderstood);
        } finally {
            server.stop(0);
        }
    }

    private record Asked(
            String service,
            String method,
            String path,
            List<String> parameters,
            String body,
            @Nullable String key,
            @Nullable String authorization) {}

    private static HttpServer recording(Queue<Asked> asked) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(asked(exchange));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static Asked asked(HttpExchange exchange) throws IOException {
        var whole = exchange.getRequestURI().getPath();
        var service = whole.split("/", -1)[1];
        var query = exchange.getRequestURI().getQuery();
        return new Asked(
                service,
                exchange.getRequestMethod(),
                whole.substring(service.length() + 1),
                query == null
                        ? List.of()
                        : Stream.of(query.split("&", -1))
                                .map(it -> it.split("=", -1)[0])
                                .toList(),
                new String(exchange.getRequestBody().readAllBytes(), UTF_8),
                exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                exchange.getRequestHeaders().getFirst("Authorization"));
    }

    private void isUnderstood(Asked asked) throws IOException {
        var document = JsonMapper.shared()
                .readTree(Files.readString(ops.root().resolve("contracts/openapi/%s.json".formatted(asked.service))));
        var operation = document.path("paths").properties().stream()
                .filter(it -> asked.path.matches(it.getKey().replaceAll("\\{[^}]+}", "[^/]+")))
                .map(it -> it.getValue().path(asked.method.toLowerCase(Locale.ROOT)))
                .filter(it -> !it.isMissingNode())
                .findFirst();

        assertThat(operation).as(asked.toString()).isPresent();
        assertThat(asked.authorization).isEqualTo("Bearer a-token");
        var parameters = operation
                .orElseThrow()
                .path("parameters")
                .valueStream()
                .map(it -> it.path("name").asString())
                .toList();
        assertThat(parameters).as(asked.toString()).containsAll(asked.parameters);
        if (asked.method.equals("POST")) {
            assertThat(Objects.requireNonNull(asked.key)).as(asked.toString()).hasSizeGreaterThan(30);
            bodyFits(asked, schema(document, operation.orElseThrow()));
        }
    }

    private static JsonNode schema(JsonNode document, JsonNode operation) {
        var reference = operation
                .at("/requestBody/content/application~1json/schema/$ref")
                .asString();
        return document.at(reference.substring(1));
    }

    private static void bodyFits(Asked asked, JsonNode schema) {
        var body = JsonMapper.shared().readTree(asked.body);
        assertThat(body.propertyNames())
                .as(asked.toString())
                .isSubsetOf(schema.path("properties").propertyNames());
        assertThat(schema.path("required").valueStream().map(JsonNode::asString))
                .as(asked.toString())
                .isSubsetOf(body.propertyNames());
    }
}
