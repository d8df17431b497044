package com.ecom.local.stack;

import static com.ecom.local.stack.Names.GRAFANA;
import static com.ecom.local.stack.Names.PROMETHEUS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Shows the boards of {@code ops/grafana}, where Grafana is installed: no package of it can be brought. */
record Grafana(Site site) implements Part {

    private static final Path USUAL_HOME = Path.of("/usr/share/grafana");

    /** Nothing where it is not installed. */
    public static Optional<Path> program() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .map(it -> Path.of(it, "grafana"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public String name() {
        return GRAFANA;
    }

    @Override
    public Stage stage() {
        return Stage.DOOR;
    }

    @Override
    public Set<String> needs() {
        return Set.of(PROMETHEUS);
    }

    @Override
    public Set<String> ports() {
        return Set.of(GRAFANA);
    }

    @Override
    public String address() {
        return site.http(GRAFANA) + "/dashboards";
    }

    @Override
    public Command command() throws IOException {
        var program = program()
                .orElseThrow(() -> new IOException("There is no Grafana on this machine: install the package grafana"));
        return Command.of(site.folder().workplace(GRAFANA), program, "server", "--homepath", homeOf(program))
                .with(environment());
    }

    Map<String, String> environment() throws IOException {
        var ours = site.checkout().root().resolve("ops/grafana");
        return Map.of(
                "GF_PATHS_DATA", site.folder().data(GRAFANA).toString(),
                "GF_PATHS_PROVISIONING", ours.resolve("provisioning").toString(),
                "GF_SERVER_HTTP_ADDR", "127.0.0.1",
                "GF_SERVER_HTTP_PORT", String.valueOf(site.port(GRAFANA)),
                "GF_AUTH_ANONYMOUS_ENABLED", "true",
                "GF_ANALYTICS_REPORTING_ENABLED", "false",
                "ECOM_DASHBOARDS", ours.resolve("dashboards").toString(),
                "ECOM_PROMETHEUS_URL", site.http(PROMETHEUS));
    }

    @Override
    public Health health() {
        return Health.http(site.http(GRAFANA) + "/api/health");
    }

    /** An archive keeps its home beside its program, a package where all packages do. */
    private static Path homeOf(Path program) throws IOException {
        var beside = program.toRealPath().resolve("../..").normalize();
        return Files.exists(beside.resolve("conf/defaults.ini")) ? beside : USUAL_HOME;
    }
}
