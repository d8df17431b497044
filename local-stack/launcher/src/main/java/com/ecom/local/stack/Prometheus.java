package com.ecom.local.stack;

import static com.ecom.local.stack.Names.ALERTMANAGER;
import static com.ecom.local.stack.Names.PROMETHEUS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Scrapes every service and evaluates the rules of {@code ops/prometheus}, which each start takes anew. */
record Prometheus(Site site) implements Part {

    private static final Ports USUAL = Ports.usual();
    private static final Pattern ADDRESS = Pattern.compile("127\\.0\\.0\\.1:(\\d+)");

    @Override
    public String name() {
        return PROMETHEUS;
    }

    @Override
    public Stage stage() {
        return Stage.DOOR;
    }

    @Override
    public Set<String> needs() {
        return Set.of(ALERTMANAGER);
    }

    @Override
    public Set<String> ports() {
        return Set.of(PROMETHEUS);
    }

    @Override
    public String address() {
        return site.http(PROMETHEUS);
    }

    @Override
    public void prepare(OneOff once) throws IOException, InterruptedException {
        MonitoringTools.bring(site.checkout());
        layOut();
    }

    void layOut() throws IOException {
        var rules = Files.createDirectories(workplace().resolve("rules"));
        try (var files = Files.list(written().resolve("rules"))) {
            for (var file : files.toList()) {
                Files.writeString(rules.resolve(file.getFileName()), Files.readString(file));
            }
        }
        for (var file : List.of("prometheus.yml", "targets/shop.yml", "alertmanagers/shop.yml")) {
            take(file);
        }
    }

    @Override
    public Command command() throws IOException {
        return new MonitoringTools(site.checkout())
                .prometheus(
                        workplace(),
                        "--config.file=prometheus.yml",
                        "--storage.tsdb.path=" + site.folder().data(PROMETHEUS),
                        "--storage.tsdb.retention.time=15d",
                        "--web.listen-address=127.0.0.1:" + site.port(PROMETHEUS));
    }

    @Override
    public Health health() {
        return Health.http(site.http(PROMETHEUS) + "/-/ready");
    }

    /** The same file with the ports that this shop has. */
    private void take(String file) throws IOException {
        var names = Stream.concat(
                        Stream.of(ALERTMANAGER), Names.SERVICES.stream().map(Names::managementOf))
                .collect(Collectors.toMap(it -> String.valueOf(USUAL.of(it)), it -> it));
        var text = ADDRESS.matcher(Files.readString(written().resolve(file)))
                .replaceAll(it -> "127.0.0.1:" + site.port(names.getOrDefault(it.group(1), "")));
        var taken = workplace().resolve(file);
        Files.createDirectories(taken.getParent());
        Files.writeString(taken, text);
    }

    private Path written() {
        return site.checkout().root().resolve("ops/prometheus");
    }

    private Path workplace() throws IOException {
        return site.folder().workplace(PROMETHEUS);
    }
}
