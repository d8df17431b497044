package com.ecom.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.core.envelope.Topics;
import com.ecom.core.service.AccessPolicy.Role;
import com.ecom.test.LettersApplication.Letter;
import com.ecom.test.LettersApplication.Writer;
import com.ecom.test.TestIssuer.Bearer;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an operator sees and does, on a real database and a real broker. */
@ServiceTest
class OperatingIT {

    private static final String TYPE = "stock.changed.v1";

    @Autowired
    Shop shop;

    @Autowired
    Writer writer;

    @Autowired
    TestBroker broker;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    KafkaAdmin kafka;

    @Autowired
    Topics topics;

    private final Bearer operator = TestIssuer.bearer(Role.OPERATOR);
    private final String sku = "O-" + UUID.randomUUID().toString().substring(0, 8);

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

    /** The broker refuses whatever is larger than nothing. */
    @Test
    void asLongAsTheDeadLetterTopicTakesNothingTheMessageStaysWhereItIs() throws Exception {
        limitDeadLetters("1");
        UUID id;
        try {
            id = broker.send("letters", sku, TYPE, new Letter(sku, "LOW", LettersApplication.NEVER_UNDERSTOOD, 1));
            broker.send("letters", sku, TYPE, new Letter(sku, "LOW", 1, 2));
            await().during(Duration.ofSeconds(6))
                    .atMost(Duration.ofSeconds(8))
                    .until(() ->
                            letterAbout(id, "WAITING") == null && heard(sku).isEmpty());
        } finally {
            limitDeadLetters("1000000");
        }

        waiting(id);
        await().until(() -> heard(sku).equals(List.of(2L)));
    }

    @Test
    void aParkedEventHoldsUpItsKeyUntilItIsReplayed() {
        writer.write(sku, 1);
        await().until(() -> heard(sku).equals(List.of(1L)));
        park(sku);
        writer.write(sku, 1);

        var parked = get("/ops/outbox?state=PARKED&key=" + sku).path("items").get(0);
        assertThat(get("/ops/outbox/" + parked.path("eventId").asString())
                        .path("payload")
                        .path("sku")
                        .asString())
                .isEqualTo(sku);
        assertThat(get("/ops/outbox?state=NEW&key=" + sku).path("items").size()).isEqualTo(1);
        affected(
                post(
                        "/ops/outbox/replay",
                        "{\"key\": \"%s\", \"reason\": \"why not\", \"dryRun\": true}".formatted(sku)),
                1);
        affected(post("/ops/outbox/replay", "{\"key\": \"%s\", \"reason\": \"why not\"}".formatted(sku)), 1);

        await().until(() -> heard(sku).equals(List.of(1L, 2L)));
    }

    @Test
    void aDiscardedEventNeverGoesOutAndHoldsUpNobody() {
        writer.write(sku, 1);
        await().until(() -> heard(sku).equals(List.of(1L)));
        jdbc.sql("update outbox_event set status = 2, event_id = uuid() where aggregate_id = ?")
                .param(sku)
                .update();
        writer.write(sku, 1);

        affected(post("/ops/outbox/discard", "{\"key\": \"%s\", \"reason\": \"nobody wants it\"}".formatted(sku)), 1);

        await().until(() -> heard(sku).equals(List.of(1L, 2L)));
        assertThat(get("/ops/outbox?state=DISCARDED&key=" + sku).path("items").size())
                .isEqualTo(1);
    }

    @Test
    void whatIsEmittedAgainIsTheSameMessage() {
        writer.write(sku, 1);
        await().until(() -> heard(sku).equals(List.of(1L)));
        await().until(() ->
                get("/ops/outbox?state=SENT&key=" + sku).path("items").size() == 1);

        affected(
                post("/ops/outbox/re-emission", "{\"key\": \"%s\", \"reason\": \"a consumer lost it\"}".formatted(sku)),
                1);

        await().until(() -> broker.published("letters", sku).size() == 2);
        assertThat(broker.published("letters", sku))
                .extracting(it -> it.id())
                .containsOnly(broker.published("letters", sku).getFirst().id());
        var handled = get("/ops/inbox/messages/"
                + broker.published("letters", sku).getFirst().id());
        assertThat(handled.size()).isEqualTo(1);
        assertThat(heard(sku)).containsExactly(1L);
    }

    @Test
    void aRepeatedInterventionHappensOnceAndIsOnTheRecordOnce() {
        writer.write(sku, 1);
        await().until(() -> heard(sku).equals(List.of(1L)));
        park(sku);
        var key = UUID.randomUUID().toString();
        var wish = "{\"key\": \"%s\", \"reason\": \"%s\"}".formatted(sku, key);

        affected(post("/ops/outbox/replay", wish, key), 1);
        affected(post("/ops/outbox/replay", wish, key), 1);

        var entries = StreamSupport.stream(
                        get("/ops/audit?size=100").path("items").spliterator(), false)
                .filter(it -> it.path("reason").asString().equals(key))
                .toList();
        assertThat(entries).hasSize(1);
        assertThat(entries.getFirst().path("actor").asString())
                .isEqualTo(operator.id().toString());
        assertThat(entries.getFirst().path("action").asString()).isEqualTo("outbox.replay");
        assertThat(entries.getFirst().path("affected").asInt()).isEqualTo(1);
    }

    @Test
    void nothingHappensWithoutAReason() {
        post("/ops/outbox/replay", "{\"key\": \"%s\"}".formatted(sku))
                .expectStatus()
                .isBadRequest();
        post("/ops/dead-letters/requeue", "{\"reason\": \" \"}").expectStatus().isBadRequest();
    }

    @Test
    void tellsHowFarEachConsumerHasCome() {
        writer.write(sku, 1);
        await().until(() -> heard(sku).equals(List.of(1L)));

        await().until(() -> get("/ops/inbox").get(0).path("lag").asLong(-1) == 0);
        var group = get("/ops/inbox").get(0).path("group").asString();
        assertThat(get("/ops/inbox/messages?size=1&group=" + group)
                        .path("items")
                        .size())
                .isEqualTo(1);
    }

    private void limitDeadLetters(String bytes) throws Exception {
        var topic = new ConfigResource(ConfigResource.Type.TOPIC, topics.named("order-service.letters-dlt"));
        var limit = new AlterConfigOp(new ConfigEntry("max.message.bytes", bytes), AlterConfigOp.OpType.SET);
        try (var admin = Admin.create(kafka.getConfigurationProperties())) {
            admin.incrementalAlterConfigs(Map.of(topic, List.of(limit))).all().get();
        }
    }

    private void park(String key) {
        jdbc.sql("update outbox_event set status = 2 where aggregate_id = ?")
                .param(key)
                .update();
    }

    private JsonNode waiting(UUID eventId) {
        return Objects.requireNonNull(
                await().atMost(Duration.ofSeconds(20)).until(() -> letterAbout(eventId, "WAITING"), it -> it != null));
    }

    private @Nullable JsonNode letterAbout(UUID eventId, String state) {
        return StreamSupport.stream(
                        get("/ops/dead-letters?size=100&state=" + state)
                                .path("items")
                                .spliterator(),
                        false)
                .filter(it -> it.path("eventId").asString("").equals(eventId.toString()))
                .findFirst()
                .orElse(null);
    }

    private JsonNode get(String path) {
        return json(shop.as(operator).get().uri(path).exchange().expectStatus().isOk());
    }

    private ResponseSpec post(String path, String body) {
        return post(path, body, UUID.randomUUID().toString());
    }

    private ResponseSpec post(String path, String body, String key) {
        return shop.as(operator)
                .post()
                .uri(path)
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private static void affected(ResponseSpec answer, int count) {
        assertThat(json(answer.expectStatus().isOk()).path("affected").asInt()).isEqualTo(count);
    }

    private static JsonNode json(ResponseSpec answer) {
        return JsonMapper.shared().readTree(answer.returnResult(byte[].class).getResponseBodyContent());
    }

    private List<Long> heard(String about) {
        return jdbc.sql("select version from heard where sku = ? order by position")
                .param(about)
                .query(Long.class)
                .list();
    }
}
