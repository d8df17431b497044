package com.ecom.product.cataloguing;

import static com.ecom.product.Catalogue.json;
import static com.ecom.product.Catalogue.mug;
import static com.ecom.product.Catalogue.newSku;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.product.Catalogue;
import com.ecom.product.model.BulkEdit;
import com.ecom.product.model.BulkEdit.Tally;
import com.ecom.product.model.BulkEdits;
import com.ecom.product.model.ProductHistory;
import com.ecom.test.ServiceTest;
import com.ecom.test.Shop;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** Each test has a brand of its own. */
@ServiceTest
class EditIT {

    @Autowired
    Shop shop;

    @Autowired
    BulkEdits edits;

    @Autowired
    EditSome editSome;

    @Autowired
    RunEdits runEdits;

    @Autowired
    ProductHistory history;

    private final String brand = "B" + UUID.randomUUID();
    private Catalogue catalogue;

    @BeforeEach
    void catalogue() {
        catalogue = Catalogue.of(shop);
    }

    @Test
    void everythingThatAFilterFindsIsChangedWithAReason() {
        var from = Instant.now().plusSeconds(3_600).truncatedTo(ChronoUnit.MILLIS);
        var drafts = List.of(added("'state': 'DRAFT'"), added("'state': 'DRAFT'"));
        var published = added("'active': true");

        var done = done(
                edit("'brand': '%s', 'state': 'DRAFT'", "'state': 'SCHEDULED', 'publishFrom': '%s'".formatted(from)));

        assertThat(done.path("total").asInt()).isEqualTo(2);
        assertThat(done.path("changed").asInt()).isEqualTo(2);
        assertThat(done.path("failed").asInt()).isZero();
        for (var id : drafts) {
            var entry = json(catalogue.get(id));
            assertThat(entry.path("state").asString()).isEqualTo("SCHEDULED");
            assertThat(entry.path("publishFrom").asString()).isEqualTo(from.toString());
            assertThat(history.of(id).orElseThrow().getFirst().reason()).isEqualTo("Winter launch");
        }
        assertThat(json(catalogue.get(published)).path("version").asInt()).isEqualTo(1);
    }

    @Test
    void moreProductsThanAStepHasAreChangedOnceEach() {
        var ids = imported(230);

        var done = done(edit("'brand': '%s'", "'category': 'winter'"));

        assertThat(done.path("changed").asInt()).isEqualTo(230);
        assertThat(ids)
                .allSatisfy(id -> assertThat(history.of(id).orElseThrow()).hasSize(2));
    }

    @Test
    void aStepThatIsTakenAgainChangesNothingMore() {
        var id = added("'active': true");
        var editId = json(edit("'brand': '%s'", "'category': 'winter'"))
                .path("editId")
                .asString();
        done(editId);
        var again = editSome.handle(asBegun(edits.find(editId).orElseThrow()));

        assertThat(again.tally()).isEqualTo(new Tally(0, 1, 0));
        assertThat(again.finishedAt()).isNotNull();
        assertThat(json(catalogue.get(id)).path("version").asInt()).isEqualTo(2);
    }

    @Test
    void archivedProductsStayThatUntilAStateBringsThemBack() {
        var id = added("'active': true");
        done(edit("'brand': '%s'", "'archive': true"));
        assertThat(json(catalogue.get(id)).path("state").asString()).isEqualTo("ARCHIVED");

        done(edit("'brand': '%s'", "'category': 'winter'"));
        assertThat(json(catalogue.get(id)).path("version").asInt()).isEqualTo(2);

        done(edit("'brand': '%s'", "'state': 'PUBLISHED'"));
        assertThat(json(catalogue.get(id)).path("state").asString()).isEqualTo("PUBLISHED");
    }

    @Test
    void aRequestThatIsRepeatedBeginsOneEdit() {
        var key = UUID.randomUUID().toString();
        added("'active': true");
        var first = edit(key, "'brand': '%s'", "'category': 'winter'");
        var second = edit(key, "'brand': '%s'", "'category': 'winter'");

        second.expectHeader().valueEquals("Idempotency-Replayed", "true");
        assertThat(json(second).path("editId")).isEqualTo(json(first).path("editId"));
        edit(key, "'brand': '%s'", "'category': 'summer'").expectStatus().isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'filter': {}, 'set': {'category': 'winter'}",
                "'filter': {'q': '..'}, 'set': {'category': 'winter'}",
                "'filter': {'brand': 'B'}, 'set': {}",
                "'filter': {'brand': 'B'}, 'set': {'archive': false}",
                "'filter': {'brand': 'B'}, 'set': {'archive': true, 'category': 'winter'}",
                "'filter': {'brand': 'B'}, 'set': {'state': 'ARCHIVED'}",
                "'filter': {'brand': 'B'}, 'set': {'state': 'SCHEDULED'}",
                "'filter': {'brand': 'B'}, 'set': {'category': 'c', 'publishFrom': '2026-12-05T08:00:00Z'}"
            })
    void whatSaysTooLittleOrTooMuchIsRefused(String edit) {
        send(UUID.randomUUID().toString(), "{%s, 'reason': 'r'}".formatted(edit))
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void anUnknownEditIsMissing() {
        catalogue
                .keeper()
                .get()
                .uri("/api/admin/product-edits/" + UUID.randomUUID())
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    private static BulkEdit asBegun(BulkEdit it) {
        return new BulkEdit(
                it.id(),
                it.startedBy(),
                it.startedAt(),
                it.reason(),
                it.requestHash(),
                it.wanted(),
                it.patch(),
                it.total(),
                Tally.NOTHING,
                "",
                List.of(),
                null);
    }

    private ResponseSpec edit(String filter, String set) {
        return edit(UUID.randomUUID().toString(), filter, set);
    }

    private ResponseSpec edit(String key, String filter, String set) {
        return send(
                key,
                "{'filter': {%s}, 'set': {%s}, 'reason': 'Winter launch'}".formatted(filter.formatted(brand), set));
    }

    private ResponseSpec send(String key, String body) {
        return catalogue
                .keeper()
                .post()
                .uri("/api/admin/product-edits")
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body.replace('\'', '"'))
                .exchange();
    }

    private JsonNode done(ResponseSpec started) {
        return done(json(started.expectStatus().isCreated()).path("editId").asString());
    }

    /** Without waiting for the schedule, which may be at it already. */
    private JsonNode done(String editId) {
        runEdits.run();
        return await().until(
                        () -> catalogue.read("/api/admin/product-edits/" + editId),
                        it -> it.path("state").asString().equals("DONE"));
    }

    private String added(String terms) {
        return catalogue.added(mug(newSku(), 1_499)
                .replace("Clayworks", brand)
                .replaceFirst("\\{", "{" + terms.replace('\'', '"') + ", "));
    }

    private List<String> imported(int count) {
        var skus = new ArrayList<>(Collections.nCopies(count, ""));
        skus.replaceAll(_ -> newSku());
        var lines = skus.stream()
                .map(it -> Catalogue.row(it, "Mug", 1_499).replace("Clayworks", brand))
                .toList();
        catalogue
                .chunk(catalogue.importOf(count), 1, String.join("\n", lines))
                .expectStatus()
                .isOk();
        return skus.stream().map(Row::productIdOf).toList();
    }
}
