package com.ecom.local.stores;

import static com.ecom.local.stack.Names.KAFKA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KafkaIT {

    @RegisterExtension
    static final OwnStack STACK = new OwnStack(KAFKA);

    @Test
    void keepsAnAcknowledgedRecord() throws Exception {
        create("kept");
        send("kept", "written before the crash");
        STACK.crashAndRestart();
        assertThat(readOne("kept", "classic")).isEqualTo("written before the crash");
    }

    @ParameterizedTest
    @ValueSource(strings = {"classic", "consumer"})
    void formsGroupsByTheOldProtocolAndByTheNew(String protocol) throws Exception {
        create("read-by-" + protocol);
        send("read-by-" + protocol, "hello");
        assertThat(readOne("read-by-" + protocol, protocol)).isEqualTo("hello");
    }

    @Test
    void hasNoTopicThatNobodyCreated() {
        try (var admin = Admin.create(client())) {
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(() -> admin.describeTopics(List.of("misspelt"))
                            .allTopicNames()
                            .get())
                    .withCauseInstanceOf(UnknownTopicOrPartitionException.class);
        }
    }

    private static void create(String topic) throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(client())) {
            admin.createTopics(List.of(new NewTopic(topic, 2, (short) 1))).all().get();
        }
    }

    private static void send(String topic, String value) throws ExecutionException, InterruptedException {
        try (var producer = new KafkaProducer<>(client(), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, value)).get();
        }
    }

    private static String readOne(String topic, String protocol) {
        var settings = new HashMap<>(client());
        settings.put("group.id", topic);
        settings.put("group.protocol", protocol);
        settings.put("auto.offset.reset", "earliest");
        var values = new ArrayList<String>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            await().until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(it -> values.add(it.value()));
                return !values.isEmpty();
            });
        }
        return values.getFirst();
    }

    private static Map<String, Object> client() {
        return Map.of("bootstrap.servers", "127.0.0.1:" + STACK.port());
    }
}
