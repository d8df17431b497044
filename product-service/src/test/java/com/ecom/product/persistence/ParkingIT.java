package com.ecom.product.persistence;

import static com.ecom.product.Catalogue.mug;
import static com.ecom.product.Catalogue.newSku;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.core.envelope.Envelope;
import com.ecom.core.envelope.Topics;
import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.product.Catalogue;
import com.ecom.product.model.ProductEvent;
import com.ecom.test.ServiceTest;
import com.ecom.test.Shop;
import com.ecom.test.TestBroker;
import com.ecom.test.TestIssuer;
import com.ecom.test.TestIssuer.Bearer;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A broker that takes no long events, and what operators do about it. */
@ServiceTest
class ParkingIT {

    private static final String SHORT_ENOUGH = "4000";
    private static final String USUAL = "1048588";
    private static final Duration SOON = Duration.ofSeconds(30);

    @Autowired
    Shop shop;

    @Autowired
    TestBroker broker;

    @Autowired
    MeterRegistry meters;

    @Autowired
    KafkaAdmin kafka;

    @Autowired
    Topics topics;

    private final Bearer operator = TestIssuer.bearer(Role.OPERATOR);
    private Catalogue catalogue;
    private String id;

    @BeforeEach
    void theBrokerRefusesAProductWithALongDescription() throws Exception {
        limit(SHORT_ENOUGH);
        catalogue = Catalogue.of(shop);
        var sku = newSku();
        id = catalogue.added(mug(sku, 1_499).replace("Holds 300 ml.", "Holds 300 ml. ".repeat(600)));
        await().atMost(SOON).until(() -> !entries("PARKED").isEmpty());
        catalogue.revise(id, "\"1\"", mug(sku, 1_299)).expectStatus().isOk();
    }

    @AfterEach
    void theBrokerTakesEverythingAgain() throws Exception {
        limit(USUAL);
        filter("replay", "the broker takes it again");
        await().atMost(SOON).until(() -> entries("PARKED").isEmpty());
    }

    @Test
    void whatIsRefusedThreeTimesIsParkedWithWhatFollowsAndAllOtherProductsFlow() {
        var other = catalogue.added(mug(newSku(), 100));
        heard(other, 1);

        var parked = entries("PARKED").getFirst();
        assertThat(parked.path("attempts").asInt()).isEqualTo(3);
        assertThat(parked.path("lastError").asString()).contains("RecordTooLarge");
        assertThat(parked.path("type").asString()).isEqualTo("product.upserted.v1");
        assertThat(entries("NEW")).hasSize(2);
        assertThat(broker.published("product.events", id)).isEmpty();
        await().atMost(SOON).until(() -> gauge("parked") == 1 && gauge("pending") >= 2);
        assertThat(gauge("oldest.age")).isLessThan(20);
        var one = get("/ops/outbox/" + parked.path("eventId").asString());
        assertThat(one.path("payload").path("productId").asString()).isEqualTo(id);
        assertThat(one.path("headers").path("correlationId").asString()).isEqualTo(id);
    }

    @Test
    void aReplayedEventGoesOutBeforeWhatWaitedBehindIt() throws Exception {
        limit(USUAL);

        assertThat(dryRun("replay")).isEqualTo(1);
        assertThat(filter("replay", "the broker takes it again")).isEqualTo(1);

        assertThat(heard(id, 3))
                .extracting(Envelope::type)
                .containsExactly("product.upserted.v1", "product.upserted.v1", "product.price-changed.v1");
        assertThat(heard(id, 3)).extracting(Envelope::sequence).isSorted();
        assertThat(entries("NEW")).isEmpty();
        assertThat(filter("replay", "once more")).isZero();
    }

    @Test
    void aDiscardedEventNeverGoesOutAndHoldsUpNothingAnyMore() {
        var event = entries("PARKED").getFirst().path("eventId").asString();

        assertThat(filter("discard", "the next one says it all")).isEqualTo(1);

        assertThat(heard(id, 2))
                .extracting(Envelope::type)
                .containsExactly("product.upserted.v1", "product.price-changed.v1");
        assertThat(entries("DISCARDED"))
                .hasSize(1)
                .allSatisfy(it -> assertThat(it.path("eventId").asString()).isEqualTo(event));
        assertThat(get("/ops/outbox/" + event).path("state").asString()).isEqualTo("DISCARDED");
    }

    @Test
    void aProductOfWhichAHundredEventsWaitDoesNotChange() {
        var version = 2;
        ResponseSpec answer;
        do {
            var next = mug(newSku(), 1_000 + version);
            answer = catalogue.revise(id, "\"%d\"".formatted(version++), next);
        } while (statusOf(answer) == 200 && version < 200);

        assertThat(statusOf(answer)).isEqualTo(503);
        assertThat(entries("NEW").size()).isEqualTo(99);
        assertThat(dryRun("replay")).isEqualTo(1);
    }

    private double gauge(String name) {
        return meters.get("ecom.outbox." + name).gauge().value();
    }

    private static int statusOf(ResponseSpec answer) {
        return answer.returnResult(byte[].class).getStatus().value();
    }

    private void limit(String bytes) throws Exception {
        var topic = new ConfigResource(ConfigResource.Type.TOPIC, topics.named(ProductEvent.TOPIC));
        var limit = new AlterConfigOp(new ConfigEntry("max.message.bytes", bytes), AlterConfigOp.OpType.SET);
        try (var admin = Admin.create(kafka.getConfigurationProperties())) {
            admin.incrementalAlterConfigs(Map.of(topic, List.of(limit))).all().get();
        }
    }

    private List<Envelope> heard(String product, int count) {
        return await().atMost(SOON).until(() -> broker.published("product.events", product), it -> it.size() >= count);
    }

    private List<JsonNode> entries(String state) {
        return get("/ops/outbox?size=100&state=%s&key=%s".formatted(state, id))
                .path("items")
                .valueStream()
                .toList();
    }

    private int filter(String what, String reason) {
        return affected(what, "{\"key\": \"%s\", \"reason\": \"%s\"}".formatted(id, reason));
    }

    private int dryRun(String what) {
        return affected(what, "{\"key\": \"%s\", \"reason\": \"looking\", \"dryRun\": true}".formatted(id));
    }

    private int affected(String what, String filter) {
        return json(shop.as(operator)
                        .post()
                        .uri("/ops/outbox/" + what)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(filter)
                        .exchange()
                        .expectStatus()
                        .isOk())
                .path("affected")
                .asInt();
    }

    private JsonNode get(String path) {
        return json(shop.as(operator).get().uri(path).exchange().expectStatus().isOk());
    }

    private static JsonNode json(ResponseSpec answer) {
        return JsonMapper.shared().readTree(answer.returnResult(byte[].class).getResponseBodyContent());
    }
}
