package com.ecom.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Prometheus and Alertmanager with their tools: the distribution's own packages in a folder of ours, or the system's.
 *
 * @param folder where the packages are unpacked; nothing is in it where the system has them
 */
public record MonitoringTools(Path folder) {

    private static final List<String> PACKAGES = List.of("prometheus", "prometheus-alertmanager");
    private static final List<List<String>> NAMES = List.of(
            List.of("promtool"),
            List.of("amtool"),
            List.of("prometheus"),
            List.of("prometheus-alertmanager", "alertmanager"));

    MonitoringTools(Checkout checkout) {
        this(checkout.tools().resolve("monitoring"));
    }

    /** Fails where they are not here and cannot be brought. */
    static void bring(Checkout checkout) throws IOException, InterruptedException {
        if (find(checkout).isEmpty()) {
            throw new IOException(
                    "There are no Prometheus and Alertmanager: install the packages prometheus and prometheus-alertmanager");
        }
    }

    /** Nothing where they are not here and cannot be brought. */
    public static Optional<MonitoringTools> find(Checkout checkout) throws IOException, InterruptedException {
        var tools = new MonitoringTools(checkout);
        if (!tools.areThere()) {
            DebianPackages.unpack(tools.folder, PACKAGES);
        }
        return Optional.of(tools).filter(MonitoringTools::areThere);
    }

    /** Nothing where Grafana is not installed; it is in no distribution. */
    public static Optional<Path> grafana() {
        return Grafana.program();
    }

    public Path promtool() {
        return path(NAMES.get(0));
    }

    public Path amtool() {
        return path(NAMES.get(1));
    }

    /** How it is started. */
    public List<String> prometheus() {
        return seeingItsFiles(path(NAMES.get(2)));
    }

    /** How it is started. */
    public List<String> alertmanager() {
        return seeingItsFiles(path(NAMES.get(3)));
    }

    Command prometheus(Path workplace, Object... arguments) {
        return command(workplace, prometheus(), arguments);
    }

    Command alertmanager(Path workplace, Object... arguments) {
        return command(workplace, alertmanager(), arguments);
    }

    private static Command command(Path workplace, List<String> program, Object... arguments) {
        var rest = Stream.concat(program.stream().skip(1), Stream.of(arguments)).toArray();
        return Command.of(workplace, program.getFirst(), rest);
    }

    /**
     * The packages' own look for pages and templates below {@code /usr/share}, where without being root nobody can put
     * them; so they are given a view of the machine in which they are there.
     */
    private List<String> seeingItsFiles(Path program) {
        return program.startsWith(folder)
                ? List.of(
                        "unshare",
                        "--map-root-user",
                        "--mount",
                        "sh",
                        "-c",
                        "mount --bind \"$0\" /usr/share && exec \"$@\"",
                        folder.resolve("usr/share").toString(),
                        program.toString())
                : List.of(program.toString());
    }

    private boolean areThere() {
        return NAMES.stream().allMatch(it -> found(it).isPresent());
    }

    private Path path(List<String> names) {
        return found(names).orElseThrow();
    }

    private Optional<Path> found(List<String> names) {
        var path = System.getenv().getOrDefault("PATH", "").split(":", -1);
        var places = Stream.concat(
                        Stream.of(folder.resolve("usr/bin")), Stream.of(path).map(Path::of))
                .toList();
        return places.stream()
                .flatMap(it -> names.stream().map(it::resolve))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
