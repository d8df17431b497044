package com.ecom.proof.chaos;

import com.ecom.local.stack.Names;
import com.ecom.local.stack.Plan;
import com.ecom.local.stack.Ports;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.netcrusher.core.reactor.NioReactor;
import org.netcrusher.core.throttle.Throttler;
import org.netcrusher.tcp.TcpCrusher;
import org.netcrusher.tcp.TcpCrusherBuilder;

/** The connections between services and what they stand on: each goes through a proxy of its own that can fail. */
public final class Wires implements AutoCloseable {

    static final List<String> OF_THE_SAGA = List.of("order-service", "inventory-service", "payment-service");
    static final Wire PAYMENTS = new Wire("payment-service", Names.PAYMENT_PROVIDER);
    static final Wire CARTS = new Wire("cart-service", Names.REDIS);
    static final Wire LIMITS = new Wire(Names.GATEWAY, Names.REDIS);
    static final Wire INDEX = new Wire("search-service", Names.ELASTICSEARCH);
    static final Wire CATALOGUE = new Wire("product-service", Names.MONGODB);
    /** Whatever breaks there may make a mail come twice. */
    static final Wire MAILS = new Wire("notification-service", Names.MAIL);

    private static final Set<String> NAMES = Stream.concat(
                    Stream.of(PAYMENTS, CARTS, LIMITS, INDEX, CATALOGUE, MAILS).map(Wire::toString),
                    OF_THE_SAGA.stream()
                            .flatMap(it -> Stream.of(
                                    new Wire(it, Names.MYSQL).toString(),
                                    new Wire(it, Names.KAFKA).toString(),
                                    doorFor(it))))
            .collect(Collectors.toUnmodifiableSet());

    private final NioReactor reactor;
    private final Map<Wire, Link> links = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> environment = new HashMap<>();
    private final Map<Integer, Integer> brokerDoors = new LinkedHashMap<>();

    private Wires(NioReactor reactor) {
        this.reactor = reactor;
    }

    /** Opened before the shop is, because a service's address book is fixed when it starts. */
    public static Wires beside(Ports ports) throws IOException {
        var wires = new Wires(new NioReactor());
        var free = ports.withFree(NAMES);
        for (var service : OF_THE_SAGA) {
            var database = wires.open(new Wire(service, Names.MYSQL), free);
            wires.set(service, "SPRING_DATASOURCE_URL", database(service.replace("-service", ""), database));
            // The broker tells its clients where to find it, so each way to it needs a listener that says so.
            var door = free.of(doorFor(service));
            var broker = wires.open(new Wire(service, Names.KAFKA), free, door);
            wires.brokerDoors.put(door, broker);
            wires.set(service, "SPRING_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + broker);
        }
        wires.set(PAYMENTS.service, "ECOM_PAYMENT_PROVIDER_URL", "http://127.0.0.1:" + wires.open(PAYMENTS, free));
        wires.set(CARTS.service, "SPRING_DATA_REDIS_PORT", "" + wires.open(CARTS, free));
        wires.set(LIMITS.service, "SPRING_DATA_REDIS_PORT", "" + wires.open(LIMITS, free));
        wires.set(INDEX.service, "SPRING_ELASTICSEARCH_URIS", "http://127.0.0.1:" + wires.open(INDEX, free));
        wires.set(
                CATALOGUE.service,
                "SPRING_MONGODB_URI",
                "mongodb://127.0.0.1:%d/ecom_product".formatted(wires.open(CATALOGUE, free)));
        wires.set(MAILS.service, "SPRING_MAIL_PORT", "" + wires.open(MAILS, free));
        return wires;
    }

    void set(String service, String variable, String value) {
        environment.computeIfAbsent(service, _ -> new HashMap<>()).put(variable, value);
    }

    public Plan into(Plan plan) {
        return plan.withEnvironment(Map.copyOf(environment)).withBrokerDoors(Map.copyOf(brokerDoors));
    }

    List<Wire> all() {
        return List.copyOf(links.keySet());
    }

    /** Connections end, and new ones are refused. */
    void cut(Wire wire) {
        link(wire).crusher.close();
    }

    /** Nothing comes through, and nobody is told. */
    void freeze(Wire wire) {
        link(wire).crusher.freeze();
    }

    public void slow(Wire wire, long millis) {
        link(wire).delayNanos.set(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    /** Whatever ailed it. */
    public void mend(Wire wire) {
        var link = link(wire);
        link.delayNanos.set(0);
        if (!link.crusher.isOpen()) {
            link.crusher.open();
        } else if (link.crusher.isFrozen()) {
            link.crusher.unfreeze();
        }
    }

    @Override
    public void close() {
        links.values().forEach(it -> {
            if (it.crusher.isOpen()) {
                it.crusher.close();
            }
        });
        reactor.close();
    }

    /** In plain words: the server's certificate is new, and who has a slow clock would not believe it yet. */
    private static String database(String name, int port) {
        return "jdbc:mysql://127.0.0.1:%d/ecom_%s?sslMode=DISABLED&allowPublicKeyRetrieval=true".formatted(port, name);
    }

    private static String doorFor(String service) {
        return "the broker's door for " + service;
    }

    /** Returns the port that leads there. */
    private int open(Wire wire, Ports ports) {
        return open(wire, ports, ports.of(wire.part));
    }

    private int open(Wire wire, Ports ports, int to) {
        var through = ports.of(wire.toString());
        var delayNanos = new AtomicLong();
        Throttler throttler = _ -> delayNanos.get();
        var crusher = TcpCrusherBuilder.builder()
                .withReactor(reactor)
                .withBindAddress("127.0.0.1", through)
                .withConnectAddress("127.0.0.1", to)
                .withIncomingThrottlerFactory(_ -> throttler)
                .withOutgoingThrottlerFactory(_ -> throttler)
                .buildAndOpen();
        links.put(wire, new Link(crusher, delayNanos));
        return through;
    }

    private Link link(Wire wire) {
        var link = links.get(wire);
        if (link == null) {
            throw new IllegalArgumentException("There is no " + wire);
        }
        return link;
    }

    /** From a service to what it stands on. */
    public record Wire(String service, String part) {
        @Override
        public String toString() {
            return service + " -> " + part;
        }
    }

    private record Link(TcpCrusher crusher, AtomicLong delayNanos) {}
}
