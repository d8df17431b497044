package com.ecom.proof.chaos;

import com.ecom.local.stack.Names;
import com.ecom.local.stack.Plan;
import com.ecom.local.stack.Ports;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.netcrusher.core.reactor.NioReactor;
import org.netcrusher.core.throttle.Throttler;
import org.netcrusher.tcp.TcpCrusher;
import org.netcrusher.tcp.TcpCrusherBuilder;

/** The connections between services and what they stand on: each goes through a proxy of its own that can fail. */
final class Wires implements AutoCloseable {

    private static final List<String> ON_MYSQL = List.of("order-service", "inventory-service", "payment-service");

    /** Whatever breaks there may make a mail come twice. */
    static final Wire MAILS = new Wire("notification-service", Names.MAIL);

    private final NioReactor reactor;
    private final Map<Wire, Link> links = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> told = new HashMap<>();
    private final Map<Integer, Integer> brokerDoors = new LinkedHashMap<>();

    private Wires(NioReactor reactor) {
        this.reactor = reactor;
    }

    /** Opened before the shop is, because a service's address book is fixed when it starts. */
    static Wires beside(Ports ports) throws IOException {
        var wires = new Wires(new NioReactor());
        var free = Ports.free();
        int next = 0;
        for (var service : ON_MYSQL) {
            var name = service.replace("-service", "");
            var through = free.of(Names.SERVICES.get(next));
            wires.open(new Wire(service, Names.MYSQL), through, ports.of(Names.MYSQL));
            wires.tell(service, "SPRING_DATASOURCE_URL", database(name, through));
            // The broker tells its clients where to find it, so each way to it needs a listener that says so.
            var door = free.of(Names.managementOf(Names.SERVICES.get(next)));
            var knownAs = free.of(Names.managementOf(Names.SERVICES.get(next + ON_MYSQL.size())));
            wires.brokerDoors.put(door, knownAs);
            wires.open(new Wire(service, Names.KAFKA), knownAs, door);
            wires.tell(service, "SPRING_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + knownAs);
            next++;
        }
        var toProvider = free.of(Names.PAYMENT_PROVIDER);
        wires.open(new Wire("payment-service", Names.PAYMENT_PROVIDER), toProvider, ports.of(Names.PAYMENT_PROVIDER));
        wires.tell("payment-service", "ECOM_PAYMENT_PROVIDER_URL", "http://127.0.0.1:" + toProvider);
        var toRedis = free.of(Names.REDIS);
        wires.open(new Wire("cart-service", Names.REDIS), toRedis, ports.of(Names.REDIS));
        wires.tell("cart-service", "SPRING_DATA_REDIS_PORT", Integer.toString(toRedis));
        var toElasticsearch = free.of(Names.ELASTICSEARCH);
        wires.open(new Wire("search-service", Names.ELASTICSEARCH), toElasticsearch, ports.of(Names.ELASTICSEARCH));
        wires.tell("search-service", "SPRING_ELASTICSEARCH_URIS", "http://127.0.0.1:" + toElasticsearch);
        var toMongoDb = free.of(Names.MONGODB);
        wires.open(new Wire("product-service", Names.MONGODB), toMongoDb, ports.of(Names.MONGODB));
        wires.tell("product-service", "SPRING_MONGODB_URI", "mongodb://127.0.0.1:%d/ecom_product".formatted(toMongoDb));
        var toMail = free.of(Names.MAIL);
        wires.open(MAILS, toMail, ports.of(Names.MAIL));
        wires.tell(MAILS.service, "SPRING_MAIL_PORT", Integer.toString(toMail));
        var toLimits = free.of(Names.GATEWAY);
        wires.open(new Wire(Names.GATEWAY, Names.REDIS), toLimits, ports.of(Names.REDIS));
        wires.tell(Names.GATEWAY, "SPRING_DATA_REDIS_PORT", Integer.toString(toLimits));
        return wires;
    }

    void tell(String service, String variable, String value) {
        told.computeIfAbsent(service, _ -> new HashMap<>()).put(variable, value);
    }

    Plan into(Plan plan) {
        return plan.telling(Map.copyOf(told)).withBrokerDoors(Map.copyOf(brokerDoors));
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

    void slow(Wire wire, long millis) {
        link(wire).delayNanos.set(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    /** Whatever ailed it. */
    void mend(Wire wire) {
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

    private void open(Wire wire, int through, int to) {
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
    }

    private Link link(Wire wire) {
        var link = links.get(wire);
        if (link == null) {
            throw new IllegalArgumentException("There is no " + wire);
        }
        return link;
    }

    /** From a service to what it stands on. */
    record Wire(String service, String part) {
        @Override
        public String toString() {
            return service + " -> " + part;
        }
    }

    private record Link(TcpCrusher crusher, AtomicLong delayNanos) {}
}
