package com.ecom.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What an operator sees and does, on a real database and a real broker. */
@ServiceTest
class OperatingIT extends AtTheControls {

    @Test
    void nothingIsOlderThanTheLargestNumber() {
        writer.write(sku, 1);
        await().until(() -> heard(sku).equals(List.of(1L)));

        assertThat(get("/ops/outbox?state=SENT&key=%s&olderThanSeconds=%d".formatted(sku, Long.MAX_VALUE))
                        .path("items"))
                .isEmpty();
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

    private void park(String key) {
        jdbc.sql("update outbox_event set status = 2 where aggregate_id = ?")
                .param(key)
                .update();
    }
}
