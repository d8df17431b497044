package com.ecom.local.stack;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was decided when a stack was started, for the supervisor and every later client to read.
 *
 * @param fresh whatever an earlier stack left in the folder is forgotten first
 * @param throwaway its data ends with it
 * @param productionFlags everything gets the options it has in production rather than those of a quick start
 * @param idleSeconds how long the stack waits for somebody who needs it before it stops
 * @param environment by service, what its environment says beside or instead of the usual, and by second instance what only
 *     that one's says; plans of earlier versions call it by its other name
 * @param brokerDoors further ports on which the broker listens, each with the port by which its clients know it; a
 *     proxy between the two can cut one client off
 * @param twice services of which two instances can run
 */
public record Plan(
        Ports ports,
        boolean fresh,
        boolean throwaway,
        boolean productionFlags,
        int idleSeconds,
        @JsonAlias("told") Map<String, Map<String, String>> environment,
        Map<Integer, Integer> brokerDoors,
        Set<String> twice) {

    private static final JsonMapper JSON = JsonMapper.shared();

    public Plan(Ports ports, boolean fresh, boolean throwaway, boolean productionFlags, int idleSeconds) {
        this(ports, fresh, throwaway, productionFlags, idleSeconds, Map.of(), Map.of(), Set.of());
    }

    /** For one who comes to try things out and leaves nothing behind. */
    public static Plan forTrials() {
        return new Plan(Ports.free(), true, true, false, 0);
    }

    /** The same as fast, as durable and as large as in production. */
    public Plan asInProduction() {
        return new Plan(ports, fresh, throwaway, true, idleSeconds, environment, brokerDoors, twice);
    }

    /** By service, what its environment says besides. */
    public Plan withEnvironment(Map<String, Map<String, String>> services) {
        var all = new TreeMap<>(environment);
        services.forEach((service, more) -> all.merge(service, more, Plan::both));
        return new Plan(ports, fresh, throwaway, productionFlags, idleSeconds, Map.copyOf(all), brokerDoors, twice);
    }

    private static Map<String, String> both(Map<String, String> one, Map<String, String> other) {
        var both = new TreeMap<>(one);
        both.putAll(other);
        return Map.copyOf(both);
    }

    /** With a gateway that believes this machine where people are, so that they can come from many networks. */
    public Plan withForwardedAddresses() {
        return withEnvironment(Map.of(Names.GATEWAY, Map.of("ECOM_TRAFFIC_TRUSTEDPROXIES", "127.0.0.1")));
    }

    public Plan withBrokerDoors(Map<Integer, Integer> doors) {
        return new Plan(ports, fresh, throwaway, productionFlags, idleSeconds, environment, doors, twice);
    }

    /** With a second instance of these, called as {@link Names#secondOf} says, which starts only when it is asked for. */
    public Plan withSecond(String... services) {
        var more = ports;
        for (var service : services) {
            more = more.withSecond(service);
        }
        return new Plan(
                more,
                fresh,
                throwaway,
                productionFlags,
                idleSeconds,
                environment,
                brokerDoors,
                Set.copyOf(List.of(services)));
    }

    public static Plan read(StackFolder folder) throws IOException {
        return JSON.readValue(Files.readString(folder.plan()), Plan.class);
    }

    public void write(StackFolder folder) throws IOException {
        Files.createDirectories(folder.path());
        Files.writeString(folder.plan(), JSON.writeValueAsString(this));
    }
}
