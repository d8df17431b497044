package com.ecom.test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.core.envelope.Topics;
import com.ecom.test.LettersApplication.Letter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.KafkaAdmin;
import tools.jackson.databind.JsonNode;

/** What becomes of messages that cannot be handled, on a real database and a real broker. */
@ServiceTest
class DeadLettersIT extends AtTheControls {

    @Autowired
    KafkaAdmin kafka;

    @Autowired
    Topics topics;

    @Test
    void aLetterThatWasSetAsideIsKeptWithWhereItWasAndWhyAndIsHandledOnceItCanBe() {
        var id = broker.send("letters", sku, TYPE, new Letter(sku, "LOW", LettersApplication.NOT_YET_UNDERSTOOD, 1));

        var letter = waiting(id);
        assertThat(letter.path("error").asString()).contains("not yet understood");
        assertThat(letter.path("topic").asString()).endsWith("letters");
        assertThat(letter.path("payload").asString()).contains(sku);
        assertThat(letter.path("headers").path("ce_id").asString()).isEqualTo(id.toString());

        var wish = "{\"id\": \"%s\", \"reason\": \"the bug is fixed\"}"
                .formatted(letter.path("id").asString());
        LettersApplication.understood = true;
        affected(post("/ops/dead-letters/requeue", wish), 1);

        await().until(() -> heard(sku).equals(List.of(1L)));
        await().until(() -> letterAbout(id, "HANDLED") != null);
        affected(post("/ops/dead-letters/requeue", wish), 0);
        broker.send(id, "letters", sku, TYPE, new Letter(sku, "LOW", LettersApplication.NOT_YET_UNDERSTOOD, 1));
        broker.send("letters", sku, TYPE, new Letter(sku, "LOW", 1, 2));
        await().until(() -> heard(sku).size() > 1);
        assertThat(heard(sku)).containsExactly(1L, 2L);
    }

    @Test
    void whatStillCannotBeHandledWaitsAgainAndMayBeLetGo() {
        var id = broker.send("letters", sku, TYPE, new Letter(sku, "LOW", LettersApplication.NEVER_UNDERSTOOD, 1));
        var letter = waiting(id);
        var chosen = "{\"id\": \"%s\", \"reason\": \"looking\""
                .formatted(letter.path("id").asString());

        affected(post("/ops/dead-letters/discard", chosen + ", \"dryRun\": true}"), 1);
        affected(post("/ops/dead-letters/requeue", chosen + "}"), 1);
        await().until(() -> letterAbout(id, "WAITING") != null);
        affected(post("/ops/dead-letters/discard", chosen + "}"), 1);

        assertThat(letterAbout(id, "DISCARDED")).isNotNull();
        assertThat(heard(sku)).isEmpty();
    }

    @Test
    void anotherMajorVersionIsSetAsideAndAnotherTypeIsPassedOver() {
        var version = UUID.randomUUID();
        var type = UUID.randomUUID();
        broker.sendUnchecked(version, "letters", sku, "stock.changed.v2", "{}");
        broker.sendUnchecked(type, "letters", sku, "stock.counted.v1", "{}");
        broker.send("letters", sku, TYPE, new Letter(sku, "LOW", 1, 1));

        await().until(() -> heard(sku).equals(List.of(1L)));
        await().until(() -> letterAbout(version, "WAITING") != null);
        assertThat(letterAbout(type, "WAITING")).isNull();
    }

    @Test
    void aRecordWhoseIdTypeAndKeyAreTooLongIsKeptAllTheSameAndHoldsUpNoOther() {
        var id = sku + "i".repeat(300);
        var type = "stock.changed.v" + "1".repeat(300);
        var key = sku + "k".repeat(300 - sku.length());
        broker.sendRaw("letters", key, headers(id, type), "{}");
        var next = broker.send("letters", sku, TYPE, new Letter(sku, "LOW", LettersApplication.NEVER_UNDERSTOOD, 1));

        var letter = waiting(id.substring(0, 100));
        assertThat(letter.path("type").asString()).isEqualTo(type.substring(0, 100));
        assertThat(letter.path("key").asString()).isEqualTo(key.substring(0, 200));
        assertThat(letter.path("headers").path("ce_id").asString()).isEqualTo(id);
        assertThat(letter.path("headers").path("ce_type").asString()).isEqualTo(type);
        waiting(next);
    }

    @Test
    void aRecordThatNamesItsTypeButSaysNoneIsSetAside() {
        var id = UUID.randomUUID().toString();
        broker.sendRaw("letters", sku, headers(id, null), "{}");

        assertThat(waiting(id).path("error").asString()).contains("ce_type is missing");
    }

    private static Headers headers(String id, @Nullable String type) {
        return new RecordHeaders()
                .add("ce_id", id.getBytes(UTF_8))
                .add("ce_type", type == null ? null : type.getBytes(UTF_8));
    }

    /** The broker refuses whatever is larger than nothing. */
    @Test
    void asLongAsTheDeadLetterTopicTakesNothingTheMessageStaysWhereItIs() throws Exception {
        limitDeadLetters("1");
        UUID id;
        try {
            id = broker.send("letters", sku, TYPE, new Letter(sku, "LOW", LettersApplication.NEVER_UNDERSTOOD, 1));
            broker.send("letters", sku, TYPE, new Letter(sku, "LOW", 1, 2));
            await().during(Duration.ofSeconds(6))
                    .atMost(Duration.ofSeconds(20))
                    .until(() ->
                            letterAbout(id, "WAITING") == null && heard(sku).isEmpty());
        } finally {
            limitDeadLetters("1000000");
        }

        waiting(id);
        await().until(() -> heard(sku).equals(List.of(2L)));
    }

    private void limitDeadLetters(String bytes) throws Exception {
        var topic = new ConfigResource(ConfigResource.Type.TOPIC, topics.named("order-service.letters-dlt"));
        var limit = new AlterConfigOp(new ConfigEntry("max.message.bytes", bytes), AlterConfigOp.OpType.SET);
        try (var admin = Admin.create(kafka.getConfigurationProperties())) {
            admin.incrementalAlterConfigs(Map.of(topic, List.of(limit))).all().get();
        }
    }

    private JsonNode waiting(UUID eventId) {
        return waiting(eventId.toString());
    }

    private JsonNode waiting(String eventId) {
        return Objects.requireNonNull(await().until(() -> letterAbout(eventId, "WAITING"), it -> it != null));
    }

    private @Nullable JsonNode letterAbout(UUID eventId, String state) {
        return letterAbout(eventId.toString(), state);
    }

    private @Nullable JsonNode letterAbout(String eventId, String state) {
        return StreamSupport.stream(
                        get("/ops/dead-letters?size=100&state=" + state)
                                .path("items")
                                .spliterator(),
                        false)
                .filter(it -> it.path("eventId").asString("").equals(eventId))
                .findFirst()
                .orElse(null);
    }
}
