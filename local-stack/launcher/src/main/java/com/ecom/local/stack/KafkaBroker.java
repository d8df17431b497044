package com.ecom.local.stack;

import static com.ecom.local.stack.Names.KAFKA;
import static com.ecom.local.stack.Names.KAFKA_CONTROLLER;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** One broker that is its own controller. */
record KafkaBroker(Site site) implements Part {

    /** Identifies the cluster in its own files; there is no other to be confused with. */
    private static final String CLUSTER_ID = "ecom-local-cluster-idA";

    private static final int API_VERSIONS = 18;

    @Override
    public String name() {
        return KAFKA;
    }

    @Override
    public Stage stage() {
        return Stage.STORE;
    }

    @Override
    public Set<String> ports() {
        return Set.of(KAFKA, KAFKA_CONTROLLER);
    }

    @Override
    public String address() {
        return "127.0.0.1:" + site.port(KAFKA);
    }

    @Override
    public void prepare(OneOff once) throws IOException, InterruptedException {
        Libraries.bring(site.checkout().partTarget("kafka"), libraries());
        Files.writeString(configuration(), properties());
        Log4j.configure(logging());
        if (!Files.exists(site.folder().data(KAFKA).resolve("meta.properties"))) {
            once.run(java(
                    "kafka.tools.StorageTool",
                    "format",
                    "--standalone",
                    "--cluster-id",
                    CLUSTER_ID,
                    "--config",
                    configuration()));
        }
    }

    @Override
    public Command command() throws IOException {
        return java("kafka.Kafka", configuration())
                .withOptions("-Xms64m", "-Xmx256m", "-Dlog4j2.configurationFile=" + logging());
    }

    @Override
    public Optional<StartCache> startCache() throws IOException {
        return Optional.of(site.startCache(
                KAFKA, Libraries.only(site.checkout().partTarget("kafka").resolve("lib"), "kafka_2.13")));
    }

    /** It tells which requests it understands, which it does once it serves them. */
    @Override
    public Health health() {
        var question = ByteBuffer.allocate(14)
                .putInt(10)
                .putShort((short) API_VERSIONS)
                .putShort((short) 0)
                .putInt(1)
                .putShort((short) -1);
        return Health.answers(
                site.port(KAFKA),
                question.array(),
                10,
                answer -> ByteBuffer.wrap(answer).getShort(8) == 0);
    }

    private Command java(Object... mainAndArguments) throws IOException {
        var command = Command.java(workplace(), mainAndArguments).with(Libraries.classPath(libraries()));
        return site.plan().productionFlags()
                ? command.withOptions("-XX:+UseSerialGC", "-XX:+UseTransparentHugePages")
                : command.quick();
    }

    private String properties() throws IOException {
        return """
                process.roles = broker,controller
                node.id = 1
                controller.quorum.bootstrap.servers = 127.0.0.1:%2$d
                listeners = PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d%4$s
                advertised.listeners = PLAINTEXT://127.0.0.1:%1$d%5$s
                listener.security.protocol.map = PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT%6$s
                controller.listener.names = CONTROLLER
                inter.broker.listener.name = PLAINTEXT
                log.dirs = %3$s

                # There is nobody to replicate to.
                default.replication.factor = 1
                offsets.topic.replication.factor = 1
                transaction.state.log.replication.factor = 1
                transaction.state.log.min.isr = 1
                share.coordinator.state.topic.replication.factor = 1
                share.coordinator.state.topic.min.isr = 1

                # Small, for one machine.
                offsets.topic.num.partitions = 4
                transaction.state.log.num.partitions = 4
                share.coordinator.state.topic.num.partitions = 2
                log.cleaner.dedupe.buffer.size = 8388608
                num.network.threads = 2
                num.io.threads = 2
                background.threads = 2

                # A topic that nobody declared is a mistake.
                auto.create.topics.enable = false

                # Groups form at once, and a broker that was killed is soon forgotten so that its successor may register.
                group.initial.rebalance.delay.ms = 0
                group.consumer.min.heartbeat.interval.ms = 500
                group.consumer.heartbeat.interval.ms = 1000
                broker.heartbeat.interval.ms = 500
                broker.session.timeout.ms = 3000

                # Nobody follows this controller who would have to hear that it is still there.
                metadata.max.idle.interval.ms = 30000

                # How often it looks for what it has kept long enough.
                log.retention.check.interval.ms = %7$d
                """.formatted(
                        site.port(KAFKA),
                        site.port(KAFKA_CONTROLLER),
                        site.folder().data(KAFKA),
                        doors((port, _) -> ",DOOR%1$d://127.0.0.1:%1$d".formatted(port)),
                        doors((port, knownAs) -> ",DOOR%d://127.0.0.1:%d".formatted(port, knownAs)),
                        doors((port, _) -> ",DOOR%d:PLAINTEXT".formatted(port)),
                        site.plan().throwaway() && !site.plan().productionFlags() ? 1_000 : 300_000);
    }

    private String doors(BiFunction<Integer, Integer, String> text) {
        return site.plan().brokerDoors().entrySet().stream()
                .map(it -> text.apply(it.getKey(), it.getValue()))
                .collect(Collectors.joining());
    }

    private Path workplace() throws IOException {
        return site.folder().workplace(KAFKA);
    }

    private Path libraries() throws IOException {
        return workplace().resolve("lib");
    }

    private Path configuration() throws IOException {
        return workplace().resolve("server.properties");
    }

    private Path logging() throws IOException {
        return workplace().resolve("log4j2.properties");
    }
}
