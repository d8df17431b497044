package com.ecom.proof.security;

import com.ecom.local.stack.Checkout;
import com.ecom.local.stack.Names;
import com.ecom.local.stack.Tie;
import com.ecom.proof.security.fixture.Fixture;
import com.ecom.shop.Await;
import com.ecom.shop.ShopHttp;
import com.ecom.shop.ShopSaysNo;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One more gateway of the same shop, with the limits that people meet in production instead of those of a shop on trial. It
 * believes {@value #PROXY} about who is behind it, as it would a load balancer, and nobody else.
 */
final class StrictDoor implements AutoCloseable {

    static final String PROXY = "127.0.0.1";

    private static final Duration TIMEOUT = Duration.ofMinutes(3);

    private final Process process;
    private final URI address;

    private StrictDoor(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    static StrictDoor open(Fixture fixture) throws IOException, InterruptedException {
        var port = freePort();
        var management = freePort();
        var line = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                Checkout.find().serviceJar(Names.GATEWAY).toString());
        var builder = new ProcessBuilder(Tie.toParent("KILL", line))
                .redirectErrorStream(true)
                .redirectOutput(fixture.logs().resolve("strict-gateway.log").toFile());
        builder.environment().putAll(environment(fixture, port, management));
        var door = new StrictDoor(builder.start(), URI.create("http://127.0.0.1:" + port));
        try {
            door.untilReady(URI.create("http://127.0.0.1:%d/actuator/health/readiness".formatted(management)));
            return door;
        } catch (ShopSaysNo e) {
            door.close();
            throw e;
        }
    }

    URI address() {
        return address;
    }

    private static Map<String, String> environment(Fixture fixture, int port, int management) {
        var environment = new HashMap<String, String>();
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("SERVER_PORT", Integer.toString(port));
        environment.put("MANAGEMENT_SERVER_PORT", Integer.toString(management));
        environment.put("MANAGEMENT_TRACING_EXPORT_ENABLED", "false");
        environment.put("ECOM_AUTH_URL", fixture.of("auth-service").toString());
        environment.put(
                "SPRING_KAFKA_BOOTSTRAP_SERVERS",
                "127.0.0.1:" + fixture.of(Names.KAFKA).getPort());
        environment.put("SPRING_DATA_REDIS_HOST", "127.0.0.1");
        environment.put(
                "SPRING_DATA_REDIS_PORT",
                Integer.toString(fixture.of(Names.REDIS).getPort()));
        environment.put("ECOM_TRAFFIC_PROFILE", "standard");
        // A gateway that does not hear of Redis in time counts for itself; here all of them are to count together.
        environment.put("ECOM_TRAFFIC_REDISTIMEOUT", "5s");
        environment.put("ECOM_TRAFFIC_TRUSTEDPROXIES", PROXY);
        for (var service : Fixture.SERVICES) {
            var variable = service.replace("-", "").toUpperCase(Locale.ROOT);
            environment.put(
                    "ECOM_SERVICES_%s_URL".formatted(variable),
                    fixture.of(service).toString());
        }
        environment.putAll(fixture.issuer().environment().getOrDefault(Names.GATEWAY, Map.of()));
        return environment;
    }

    private void untilReady(URI readiness) {
        Await.until("The strict gateway, see strict-gateway.log", TIMEOUT, () -> isReady(readiness), it -> it);
    }

    /** @throws ShopSaysNo if it has ended */
    private boolean isReady(URI readiness) {
        if (!process.isAlive()) {
            throw new ShopSaysNo("The strict gateway did not open; see strict-gateway.log");
        }
        try {
            return ShopHttp.client()
                            .send(HttpRequest.newBuilder(readiness).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ShopSaysNo("Interrupted");
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
