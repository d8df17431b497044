package com.ecom.proof.alerts;

import com.ecom.local.LocalShop;
import com.ecom.local.stack.MonitoringTools;
import com.ecom.local.stack.Names;
import com.ecom.local.stack.Ports;
import com.ecom.local.stack.StackFolder;
import com.ecom.operations.OpsFolder;
import com.ecom.operations.Owners;
import com.ecom.operations.Scaled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Prometheus and Alertmanager beside a shop, with the rules and routes of {@code ops}. Only durations are a sixtieth, and
 * whoever would be told is a receiver of ours.
 */
public final class Monitoring implements AutoCloseable {

    private static final String PROMETHEUS = "prometheus";
    private static final String ALERTMANAGER = "alertmanager";

    private final LocalShop shop;
    private final Owners owners;
    private final Path folder;
    private final List<Process> processes = new ArrayList<>();

    private Monitoring(LocalShop shop, Owners owners, Path folder) {
        this.shop = shop;
        this.owners = owners;
        this.folder = folder;
    }

    public static Monitoring of(LocalShop shop, MonitoringTools tools, Receivers receivers, Path folder)
            throws IOException {
        var ops = OpsFolder.find();
        StackFolder.delete(folder);
        var monitoring = new Monitoring(shop, ops.owners(), Files.createDirectories(folder));
        var ports = Ports.NONE.withFree(Set.of(PROMETHEUS, ALERTMANAGER));
        Scaled.into(folder, ops, Scaled.USUAL);
        Files.createDirectories(folder.resolve("targets"));
        monitoring.scrapeAllBut(Set.of());
        Files.createDirectories(folder.resolve("alertmanagers"));
        Files.writeString(
                folder.resolve("alertmanagers/shop.yml"),
                "- targets: [\"127.0.0.1:%d\"]%n".formatted(ports.of(ALERTMANAGER)));
        Files.writeString(folder.resolve("prometheus.yml"), QuickSettings.prometheus(ops));
        Files.writeString(folder.resolve("alertmanager.yml"), QuickSettings.alertmanager(ops, receivers));
        monitoring.start(
                ALERTMANAGER,
                tools.alertmanager(),
                "--config.file=alertmanager.yml",
                "--storage.path=alerts",
                "--cluster.listen-address=",
                "--web.listen-address=127.0.0.1:" + ports.of(ALERTMANAGER));
        monitoring.start(
                PROMETHEUS,
                tools.prometheus(),
                "--config.file=prometheus.yml",
                "--storage.tsdb.path=series",
                "--web.listen-address=127.0.0.1:" + ports.of(PROMETHEUS));
        return monitoring;
    }

    void scrapeAllBut(Set<String> services) throws IOException {
        scrape(Names.SERVICES.stream()
                .filter(it -> !services.contains(it))
                .collect(Collectors.toMap(it -> it, it -> it)));
    }

    /** Another process is now what this service is. */
    public void scrapeInstead(String service, String instance) throws IOException {
        scrape(Names.SERVICES.stream().collect(Collectors.toMap(it -> it, it -> it.equals(service) ? instance : it)));
    }

    /** Prometheus notices by itself that the list has changed. */
    private void scrape(Map<String, String> instances) throws IOException {
        var targets = instances.entrySet().stream()
                .map(it -> "- targets: [\"%s\"]\n  labels: {service: %s, owner: %s}\n"
                        .formatted(
                                shop.management(it.getValue()).getAuthority(),
                                it.getKey(),
                                owners.ownerOf(it.getKey())))
                .collect(Collectors.joining());
        var written = Files.writeString(folder.resolve("targets.new"), targets);
        Files.move(
                written,
                folder.resolve("targets/shop.yml"),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    /** What has ended although nobody ended it. */
    public List<String> ended() {
        return processes.stream()
                .filter(it -> !it.isAlive())
                .map(it -> it.info().commandLine().orElse("a process") + " ended; its log is in " + folder)
                .toList();
    }

    private void start(String name, List<String> program, String... arguments) throws IOException {
        var line = new ArrayList<>(program);
        line.addAll(List.of(arguments));
        processes.add(new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile())
                .start());
    }

    @Override
    public void close() {
        processes.forEach(Process::destroy);
        for (var process : processes) {
            try {
                if (!process.waitFor(10, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
    }
}
