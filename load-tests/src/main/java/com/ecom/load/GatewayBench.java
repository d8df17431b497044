package com.ecom.load;

import com.ecom.load.Driver.Figures;
import com.ecom.local.LocalShop;
import com.ecom.local.stack.Checkout;
import com.ecom.local.stack.Names;
import com.ecom.local.stack.Plan;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** What our door costs: the same service asked directly, through nginx, through a bare gateway and through ours. */
@Command(
        name = "gateway",
        description = "The same answer directly, through nginx, through a bare gateway and through ours.%n")
final class GatewayBench implements Callable<Integer> {

    private static final String DIRECT = "direct";
    private static final String NGINX = "nginx";
    private static final String BARE = "bare gateway";
    private static final String OURS = "ours";
    private static final int START_SECONDS = 60;

    @Option(names = "--rounds", description = "How often each is asked, in turns (default: 5).")
    private int rounds = 5;

    @Option(names = "--seconds", description = "For how long each time (default: 5).")
    private int seconds = 5;

    @Option(names = "--warm-up", description = "Seconds for each before the first round (default: 60).")
    private int warmUp = 60;

    @Option(names = "--connections", description = "At the same time (default: 32).")
    private int connections = 32;

    @Option(names = "--json", description = "Print one JSON object as the last line.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        var tokens = BenchTokens.generate();
        var tools = DebianTools.bring();
        return tools.isPresent() ? withNginx(tools.get(), tokens) : withoutNginx(tokens);
    }

    private int withNginx(DebianTools tools, BenchTokens tokens) throws Exception {
        try (var nginx = Nginx.start(tools, tokens.published())) {
            var others = new LinkedHashMap<String, URI>();
            others.put(DIRECT, nginx.upstream());
            others.put(NGINX, nginx.proxy());
            return compare(new Wrk(tools, tokens.customer()), others, nginx.keys());
        }
    }

    private int withoutNginx(BenchTokens tokens) throws Exception {
        Trial.say("wrk and nginx cannot be had from Debian's packages here; a driver and a service of our own take part"
                + " instead, and need much of the machine themselves.");
        try (var server = OwnServer.start(tokens.published())) {
            var others = new LinkedHashMap<String, URI>();
            others.put(DIRECT, server.address());
            return compare(OwnDriver.with(tokens.customer()), others, server.keys());
        }
    }

    /** @param others whatever is compared with gateways; of it, {@code direct} is the service behind all doors */
    private int compare(Driver driver, Map<String, URI> others, URI keys) throws Exception {
        var upstream = Objects.requireNonNull(others.get(DIRECT));
        try (var shop = LocalShop.named("bench-gateway", planFor(upstream, keys))) {
            shop.start(Names.GATEWAY);
            var port = Nginx.freePort();
            var bare = bareGateway(upstream, port);
            try {
                await(port);
                var doors = new LinkedHashMap<>(others);
                doors.put(BARE, URI.create("http://127.0.0.1:" + port));
                doors.put(OURS, shop.gateway());
                return report(measure(driver, doors));
            } finally {
                bare.destroy();
            }
        }
    }

    /** The gateway alone, as in production; orders are where everybody gets the same answer. */
    private static Plan planFor(URI upstream, URI keys) {
        return Plan.forTrials()
                .asInProduction()
                .withEnvironment(Map.of(
                        Names.GATEWAY,
                        Map.of(
                                "ECOM_SERVICES_ORDERSERVICE_URL", upstream.toString(),
                                "ECOM_TOKENS_KEYS", keys.toString())));
    }

    private static Process bareGateway(URI upstream, int port) throws IOException {
        var target = Checkout.find().root().resolve("load-tests").resolve("target");
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:+UseCompactObjectHeaders",
                        "-Xmx512m",
                        // The same transport as ours has.
                        "-Dreactor.netty.native=false",
                        "-cp",
                        target.resolve("classes") + File.pathSeparator + target.resolve("lib") + File.separator + "*",
                        BareGateway.class.getName(),
                        "--server.address=127.0.0.1",
                        "--server.port=" + port,
                        "--upstream=" + upstream)
                .redirectErrorStream(true)
                .redirectOutput(target.resolve("bare-gateway.log").toFile())
                .start();
    }

    private static void await(int port) throws IOException {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (System.nanoTime() < deadline) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                if (socket.isConnected()) {
                    return;
                }
            } catch (IOException e) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            }
        }
        throw new IOException("The bare gateway did not start; see load-tests/target/bare-gateway.log");
    }

    /** In turns, so that whatever else the machine does meets all of them alike. */
    private Map<String, Measured> measure(Driver driver, Map<String, URI> doors)
            throws IOException, InterruptedException {
        for (var door : doors.entrySet()) {
            Trial.say("Warming up " + door.getKey());
            driver.run(door.getValue(), connections, warmUp);
        }
        var busy = new HashMap<String, List<Figures>>();
        var calm = new HashMap<String, List<Figures>>();
        for (int round = 1; round <= rounds; round++) {
            Trial.say("Round %d of %d".formatted(round, rounds));
            for (var door : doors.entrySet()) {
                busy.computeIfAbsent(door.getKey(), _ -> new ArrayList<>())
                        .add(driver.run(door.getValue(), connections, seconds));
                calm.computeIfAbsent(door.getKey(), _ -> new ArrayList<>()).add(driver.run(door.getValue(), 1, 2));
            }
        }
        var measured = new LinkedHashMap<String, Measured>();
        doors.keySet()
                .forEach(it -> measured.put(
                        it, Measured.of(Objects.requireNonNull(busy.get(it)), Objects.requireNonNull(calm.get(it)))));
        return measured;
    }

    private int report(Map<String, Measured> measured) {
        Trial.say("");
        measured.forEach(
                (door, it) -> Trial.say("%-13s %,9.0f requests/s   p50 %6.2f ms   p99 %6.2f ms   alone: p50 %5.2f ms"
                        .formatted(door, it.perSecond, it.p50, it.p99, it.p50Alone)));
        var comparison = new LinkedHashMap<String, Object>();
        comparison.put("ok", true);
        comparison.put("doors", measured);
        comparison.put("ofBare", ofOthers(measured, BARE, 60));
        if (measured.containsKey(NGINX)) {
            comparison.put("ofNginx", ofOthers(measured, NGINX, 12));
        }
        var added = of(measured, OURS).p50Alone - of(measured, DIRECT).p50Alone;
        comparison.put("addedMillis", added);
        Trial.say("ours adds %.2f ms to one caller's p50 (goal: 1)".formatted(added));
        if (json) {
            System.out.println(JsonMapper.shared().writeValueAsString(comparison));
        }
        return 0;
    }

    private static double ofOthers(Map<String, Measured> measured, String door, int goal) {
        var share = of(measured, OURS).perSecond / of(measured, door).perSecond;
        Trial.say("ours is %.0f %% of %s (goal: %d)".formatted(100 * share, door, goal));
        return share;
    }

    private static Measured of(Map<String, Measured> measured, String door) {
        return Objects.requireNonNull(measured.get(door));
    }

    /**
     * The medians of all rounds.
     *
     * @param p50Alone in milliseconds, as one caller sees it whom nobody disturbs
     */
    record Measured(double perSecond, double p50, double p99, double p50Alone) {

        static Measured of(List<Figures> busy, List<Figures> calm) {
            return new Measured(
                    median(busy.stream().map(Figures::perSecond).toList()),
                    median(busy.stream().map(Figures::p50).toList()),
                    median(busy.stream().map(Figures::p99).toList()),
                    median(calm.stream().map(Figures::p50).toList()));
        }

        private static double median(List<Double> values) {
            return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
        }
    }
}
