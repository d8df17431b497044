package com.ecom.local.stack;

import static com.ecom.local.stack.Names.*;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** Which port on the loopback address belongs to whom. */
public record Ports(@JsonValue Map<String, Integer> byName) {

    public static final Ports NONE = new Ports(Map.of());

    /** Below the range from which the system takes ports for outgoing connections, so that none is taken meanwhile. */
    private static final int LOWEST_FREE = 20_000;

    private static final int HIGHEST_FREE = 30_000;

    private static final int MANAGEMENT_OFFSET = 10_000;

    @JsonCreator
    public Ports(Map<String, Integer> byName) {
        this.byName = Map.copyOf(byName);
    }

    /** The ports that people know by heart. */
    public static Ports usual() {
        var ports = new TreeMap<>(Map.of(
                MYSQL, 13306,
                KAFKA, 19092,
                KAFKA_CONTROLLER, 19093,
                REDIS, 16379,
                MONGODB, 27117,
                ELASTICSEARCH, 19200,
                ELASTICSEARCH_TRANSPORT, 19300,
                MAIL, 13025,
                MAIL_API, 13080));
        ports.put(PAYMENT_PROVIDER, 18900);
        ports.put(ZIPKIN, 19411);
        ports.put(STOREFRONT, 3000);
        ports.put(PROMETHEUS, 9090);
        ports.put(ALERTMANAGER, 9093);
        ports.put(GRAFANA, 3001);
        var port = 8080;
        for (var service : SERVICES) {
            ports.put(service, port);
            ports.put(managementOf(service), port + MANAGEMENT_OFFSET);
            port++;
        }
        return new Ports(ports);
    }

    /** Ports that nobody uses now. */
    public static Ports free() {
        return NONE.withFree(usual().byName.keySet());
    }

    /** The same, and what a second instance of a service needs. */
    Ports withSecond(String service) {
        of(service);
        var second = secondOf(service);
        return withFree(Set.of(second, managementOf(second)));
    }

    /** The same, and for each of these names a port that nobody uses now. */
    public Ports withFree(Set<String> names) {
        var random = new Random();
        var ports = new TreeMap<>(byName);
        for (var name : names) {
            int port;
            do {
                port = random.nextInt(LOWEST_FREE, HIGHEST_FREE);
            } while (ports.containsValue(port) || isTaken(port));
            ports.put(name, port);
        }
        return new Ports(ports);
    }

    public int of(String name) {
        var port = byName.get(name);
        if (port == null) {
            throw new IllegalArgumentException("Nothing here is called " + name);
        }
        return port;
    }

    /** The same with another port for one name; a service's management port moves along. */
    public Ports with(String name, int port) {
        of(name);
        var ports = new TreeMap<>(byName);
        ports.put(name, port);
        if (SERVICES.contains(name)) {
            ports.put(managementOf(name), port + MANAGEMENT_OFFSET);
        }
        return new Ports(ports);
    }

    public static boolean isTaken(int port) {
        try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
