package com.ecom.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A board of {@code ops/grafana/dashboards}, as Grafana reads it. */
public record Dashboard(String name, JsonNode json) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What somebody looks at, and what it asks Prometheus for. */
    public record Panel(String board, JsonNode json) {

        public String title() {
            return board + ": " + json.path("title").asString();
        }

        String description() {
            return json.path("description").asString();
        }

        /** Whether it shows what no service of ours exports. */
        public boolean needsAnExporter() {
            return description().startsWith("Needs ");
        }

        public List<String> expressions() {
            return elements(json.path("targets"))
                    .map(it -> it.path("expr").asString())
                    .toList();
        }
    }

    public static List<Dashboard> all(OpsFolder ops) throws IOException {
        return in(folder(ops));
    }

    static Path folder(OpsFolder ops) {
        return ops.root().resolve("ops/grafana/dashboards");
    }

    static List<Dashboard> in(Path folder) throws IOException {
        var boards = Stream.<Dashboard>builder();
        for (var file : OpsFolder.in(folder)) {
            boards.add(new Dashboard(file.getFileName().toString(), JSON.readTree(Files.readString(file))));
        }
        return boards.build().toList();
    }

    public List<Panel> panels() {
        return elements(json.path("panels"))
                .filter(it -> !it.path("type").asString().equals("row"))
                .map(it -> new Panel(json.path("title").asString(), it))
                .toList();
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
