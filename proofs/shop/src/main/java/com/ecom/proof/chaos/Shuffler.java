package com.ecom.proof.chaos;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Stands between those who publish and those who consume: some messages come twice, and some come late. */
final class Shuffler implements AutoCloseable {

    static final String RAW = "raw.";
    static final List<String> TOPICS = List.of(
            "order.events",
            "inventory.commands",
            "inventory.events",
            "stock.events",
            "payment.commands",
            "payment.events");
    /** The services that publish to these. */
    static final List<String> PUBLISHERS = List.of("order-service", "inventory-service", "payment-service");

    private static final int PARTITIONS = 12;
    private static final double TWICE = 0.05;
    private static final double LATE = 0.05;
    private static final int LATEST_MILLIS = 5_000;

    private final KafkaConsumer<String, byte[]> from;
    private final KafkaProducer<String, byte[]> to;
    private final Random chance;
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();
    private final AtomicLong passed = new AtomicLong();
    private final AtomicLong repeated = new AtomicLong();
    private final AtomicLong delayed = new AtomicLong();
    private final Thread thread;
    private volatile boolean going = true;

    private Shuffler(KafkaConsumer<String, byte[]> from, KafkaProducer<String, byte[]> to, long seed) {
        this.from = from;
        this.to = to;
        this.chance = new Random(seed);
        this.thread = Thread.ofPlatform().name("shuffler").daemon().start(this::work);
    }

    static Shuffler on(String broker, long seed) throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            admin.createTopics(TOPICS.stream()
                            .map(it -> new NewTopic(RAW + it, PARTITIONS, (short) 1))
                            .toList())
                    .all()
                    .get();
        }
        var from = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", broker,
                        "group.id", "shuffler",
                        "auto.offset.reset", "earliest",
                        "enable.auto.commit", "false"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        from.subscribe(TOPICS.stream().map(it -> RAW + it).toList());
        // It may not lose anything itself, however long the broker is away.
        var to = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers", broker,
                        "acks", "all",
                        "linger.ms", "0",
                        "max.block.ms", "600000",
                        "delivery.timeout.ms", "600000"),
                new StringSerializer(),
                new ByteArraySerializer());
        return new Shuffler(from, to, seed);
    }

    String did() {
        return "%,d messages, %,d of them twice and %,d late".formatted(passed.get(), repeated.get(), delayed.get());
    }

    private void work() {
        while (going) {
            for (var record : from.poll(Duration.ofMillis(100))) {
                passed.incrementAndGet();
                if (chance.nextDouble() < LATE) {
                    delayed.incrementAndGet();
                    sendLater(record);
                } else {
                    send(record);
                }
                if (chance.nextDouble() < TWICE) {
                    repeated.incrementAndGet();
                    sendLater(record);
                }
            }
        }
        from.close();
    }

    private void sendLater(ConsumerRecord<String, byte[]> record) {
        var _ = later.schedule(() -> send(record), chance.nextInt(LATEST_MILLIS), TimeUnit.MILLISECONDS);
    }

    private void send(ConsumerRecord<String, byte[]> record) {
        var topic = record.topic().substring(RAW.length());
        var _ = to.send(new ProducerRecord<>(topic, null, null, record.key(), record.value(), record.headers()));
    }

    @Override
    public void close() {
        going = false;
        try {
            thread.join(Duration.ofSeconds(10));
            later.shutdown();
            var _ = later.awaitTermination(LATEST_MILLIS + 1_000, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        to.close(Duration.ofSeconds(10));
    }
}
