package com.ecom.product.cataloguing;

import static com.ecom.product.Catalogue.json;
import static com.ecom.product.Catalogue.mug;
import static com.ecom.product.Catalogue.newSku;
import static com.ecom.product.Catalogue.row;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.product.Catalogue;
import com.ecom.test.ServiceTest;
import com.ecom.test.Shop;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@ServiceTest
class ImportIT {

    @Autowired
    Shop shop;

    Catalogue catalogue;

    @BeforeEach
    void catalogue() {
        catalogue = Catalogue.of(shop);
    }

    @Test
    void bringsInProductsAndSaysHowFarItIs() {
        var first = newSku();
        var second = newSku();
        var id = catalogue.importOf(3);

        counted(catalogue.chunk(id, 1, row(first, "Mug", 100) + "\n" + row(second, "Cup", 200) + "\n"), 2, 0, 0);

        var progress = json(catalogue.progress(id));
        assertThat(progress.path("state").asString()).isEqualTo("RUNNING");
        assertThat(progress.path("accepted").asInt()).isEqualTo(2);
        var mug = json(catalogue.get(Row.productIdOf(first)));
        assertThat(mug.path("name").asString()).isEqualTo("Mug");
        assertThat(mug.path("category").asString()).isEqualTo("kitchen");
        assertThat(mug.at("/attributes/model").asString()).isEqualTo("M-1");
        assertThat(mug.at("/variants/0/sku").asString()).isEqualTo(first);

        counted(catalogue.chunk(id, 2, "{}"), 0, 0, 1);
        assertThat(json(catalogue.progress(id)).path("state").asString()).isEqualTo("DONE");
    }

    @Test
    void aByteOrderMarkCostsNoProduct() {
        var sku = newSku();
        counted(catalogue.chunk(catalogue.importOf(1), 1, "\uFEFF" + row(sku, "Mug", 100) + "\r\n"), 1, 0, 0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"sku":"C-1","title":"Mug","priceMinor":19.99,"currency":"USD"}   | C-1 | priceMinor must be a whole number
            {"sku":"C-1","title":"Mug","priceMinor":"1999","currency":"USD"}  | C-1 | priceMinor must be a whole number
            {"sku":"C-1","title":"Mug","priceMinor":1999,"currency":"usd"}    | C-1 | currency must be a code of ISO 4217 such as EUR
            {"sku":42,"title":"Mug","priceMinor":1999,"currency":"USD"}       | 42  | sku must be a text
            ["C-1"]                                                           |     | is not a product as JSON
            {"sku":"C-1","title":"Mug","priceMinor":1999,"currency":"USD","saleFrom":"now"} | C-1 | saleFrom must be an instant such as 2026-11-27T00:00:00Z
            {"sku":"C-1",                                                     |     | is no JSON
            """)
    void reportsEachUnreadableLineWithItsReason(String line, @Nullable String sku, String reason) {
        var id = catalogue.importOf(1);
        catalogue.chunk(id, 1, line);

        var reject = json(rejects(id, "")).at("/items/0");
        assertThat(reject.at("/reasons/0").asString()).isEqualTo(reason);
        assertThat(reject.path("sku").asString("")).isEqualTo(sku == null ? "" : sku);
    }

    @Test
    void whatStaffDecidedStaysAndIsReported() {
        var edited = newSku();
        var archived = newSku();
        catalogue.chunk(catalogue.importOf(2), 1, row(edited, "Mug", 100) + "\n" + row(archived, "Cup", 100));
        catalogue.revise(Row.productIdOf(edited), "\"1\"", mug(edited, 120));
        catalogue.archive(Row.productIdOf(archived), "\"1\"");

        var again = catalogue.importOf(2);
        var counts = json(catalogue.chunk(again, 1, row(edited, "Mug", 90) + "\n" + row(archived, "Cup", 90)));

        assertThat(counts.path("kept").asInt()).isEqualTo(2);
        assertThat(counts.path("accepted").asInt()).isZero();
        assertThat(json(rejects(again, "")).path("items"))
                .extracting(it -> it.at("/reasons/0").asString())
                .containsOnly("was changed by staff, and is kept");
        assertThat(priceOf(edited)).isEqualTo(120);
        assertThat(json(catalogue.progress(again)).path("state").asString()).isEqualTo("DONE");
    }

    @Test
    void whatStaffDecidedIsReplacedOrRejectedIfTheImportSaysSo() {
        var sku = newSku();
        catalogue.chunk(catalogue.importOf(1), 1, row(sku, "Mug", 100));
        catalogue.revise(Row.productIdOf(sku), "\"1\"", mug(sku, 120));

        counted(catalogue.chunk(catalogue.importOf(1, "FAIL"), 1, row(sku, "Mug", 90)), 0, 0, 1);
        assertThat(priceOf(sku)).isEqualTo(120);

        counted(catalogue.chunk(catalogue.importOf(1, "REPLACE"), 1, row(sku, "Mug", 90)), 1, 0, 0);
        assertThat(priceOf(sku)).isEqualTo(90);
        counted(catalogue.chunk(catalogue.importOf(1), 1, row(sku, "Mug", 80)), 1, 0, 0);
        assertThat(priceOf(sku)).isEqualTo(80);
    }

    private long priceOf(String sku) {
        return json(catalogue.get(Row.productIdOf(sku)))
                .at("/variants/0/price/amount")
                .asLong();
    }

    @Test
    void aSaleIsBroughtInWithItsProductOrRejected() {
        var sku = newSku();
        var sale = "\"salePriceMinor\": 80, \"saleFrom\": \"2026-01-01T00:00:00Z\", ";
        var whole = sale + "\"saleUntil\": \"2026-02-01T00:00:00Z\", ";
        var id = catalogue.importOf(2);
        counted(catalogue.chunk(id, 1, row(sku, "Mug", 100).replace("\"brand\"", whole + "\"brand\"")), 1, 0, 0);
        counted(catalogue.chunk(id, 2, row(newSku(), "Mug", 100).replace("\"brand\"", sale + "\"brand\"")), 0, 0, 1);

        assertThat(json(catalogue.get(Row.productIdOf(sku)))
                        .at("/variants/0/sale/amount")
                        .asLong())
                .isEqualTo(80);
        assertThat(json(rejects(id, "")).at("/items/0/reasons/0").asString())
                .isEqualTo("variants[0].sale.until must not be null");
    }

    @Test
    void aRepeatedChunkChangesNothing() {
        var sku = newSku();
        var id = catalogue.importOf(1);
        counted(catalogue.chunk(id, 1, row(sku, "Mug", 100)), 1, 0, 0);

        counted(catalogue.chunk(id, 1, row(sku, "Mug", 100)), 1, 0, 0);

        assertThat(json(catalogue.get(Row.productIdOf(sku))).path("version").asInt())
                .isEqualTo(1);
        assertThat(json(catalogue.progress(id)).path("chunks").asInt()).isEqualTo(1);
    }

    @Test
    void anotherImportOfTheSameProductsFindsThemUnchanged() {
        var same = newSku();
        var dearer = newSku();
        catalogue.chunk(catalogue.importOf(2), 1, row(same, "Mug", 100) + "\n" + row(dearer, "Cup", 100));

        counted(
                catalogue.chunk(catalogue.importOf(2), 1, row(same, "Mug", 100) + "\n" + row(dearer, "Cup", 120)),
                1,
                1,
                0);

        assertThat(json(catalogue.get(Row.productIdOf(same))).path("version").asInt())
                .isEqualTo(1);
        assertThat(json(catalogue.get(Row.productIdOf(dearer))).path("version").asInt())
                .isEqualTo(2);
    }

    @Test
    void setsAsideWhatIsNoProductAndSaysWhy() {
        var sku = newSku();
        var taken = newSku();
        catalogue.added(mug(taken, 1));
        var id = catalogue.importOf(6);
        var lines = String.join(
                "\n",
                row(sku, "Mug", 100),
                "not json",
                row("a b", "Mug", 100),
                row(sku, "Mug again", 100),
                row(taken, "Mine", 100),
                row(newSku(), " ", -1));

        counted(catalogue.chunk(id, 7, lines), 1, 0, 5);

        var first = json(rejects(id, "?size=3"));
        assertThat(first.at("/items/0/line").asInt()).isEqualTo(2);
        assertThat(first.at("/items/1/sku").asString()).isEqualTo("a b");
        assertThat(first.at("/items/1/chunk").asInt()).isEqualTo(7);
        assertThat(first.at("/items/2/reasons/0").asString()).isEqualTo("repeats a SKU of this chunk");
        var second =
                json(rejects(id, "?size=3&cursor=" + first.path("nextCursor").asString()));
        assertThat(second.at("/items/0/reasons/0").asString())
                .isEqualTo("belongs to another product, or has changed too often lately");
        assertThat(second.at("/items/1/reasons").size()).isEqualTo(2);
        assertThat(second.has("nextCursor")).isFalse();
    }

    @Test
    void refusesOtherLinesUnderANumberThatIsDone() {
        var sku = newSku();
        var id = catalogue.importOf(1);
        counted(catalogue.chunk(id, 1, row(sku, "Mug", 100)), 1, 0, 0);

        refused(catalogue.chunk(id, 1, row(sku, "Cup", 100)), 409, "CHUNK_DIFFERS");

        assertThat(json(catalogue.get(Row.productIdOf(sku))).path("name").asString())
                .isEqualTo("Mug");
    }

    @Test
    void refusesChunksThatAreTooLongOrEmpty() {
        var id = catalogue.importOf(1);
        var tooMany = IntStream.range(0, 501).mapToObj(_ -> "{}").collect(Collectors.joining("\n"));

        refused(catalogue.chunk(id, 1, tooMany), 413, "CHUNK_TOO_LONG");
        refused(catalogue.chunk(id, 1, "\n \n"), 400, "CHUNK_EMPTY");
        refused(catalogue.chunk(id, 1, "x".repeat(1024 * 1024 + 1)), 413, "CONTENT_TOO_LARGE");

        assertThat(json(catalogue.progress(id)).path("chunks").asInt()).isZero();
    }

    @Test
    void doesNotKnowEveryImport() {
        refused(catalogue.progress("nope"), 404, "NO_SUCH_IMPORT");
        refused(catalogue.chunk("nope", 1, row(newSku(), "Mug", 100)), 404, "NO_SUCH_IMPORT");
        refused(rejects("nope", ""), 404, "NO_SUCH_IMPORT");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{}", "{\"name\": \"\", \"rows\": 1}", "{\"name\": \"a\", \"rows\": 0}", "{\"name\": \"a\"}"})
    void refusesImportsOfNothing(String body) {
        catalogue
                .keeper()
                .post()
                .uri("/api/admin/product-imports")
                .header("Idempotency-Key", "nothing")
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void aRepeatedAnnouncementStartsOneImport() {
        var key = java.util.UUID.randomUUID().toString();
        var first = json(catalogue.start(key, 7).expectStatus().isCreated());

        var second = catalogue
                .start(key, 7)
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals("Idempotency-Replayed", "true");

        assertThat(json(second)).isEqualTo(first);
        refused(catalogue.start(key, 8), 422, "IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void ourOwnSampleCatalogueIsFitToBeImported() throws IOException {
        var sample = new ClassPathResource("sample-catalogue.ndjson").getContentAsString(StandardCharsets.UTF_8);
        var rows = (int) sample.lines().count();

        var result = json(catalogue
                .chunk(catalogue.importOf(rows), 1, sample)
                .expectStatus()
                .isOk());

        assertThat(rows).isGreaterThanOrEqualTo(20);
        assertThat(result.path("rejected").asInt()).isZero();
        assertThat(result.path("accepted").asInt() + result.path("unchanged").asInt())
                .isEqualTo(rows);
    }

    private ResponseSpec rejects(String importId, String query) {
        return catalogue
                .keeper()
                .get()
                .uri("/api/admin/product-imports/" + importId + "/rejects" + query)
                .exchange();
    }

    private static void counted(ResponseSpec answer, int accepted, int unchanged, int rejected) {
        answer.expectStatus()
                .isOk()
                .expectBody()
                .json("{\"accepted\": %d, \"unchanged\": %d, \"rejected\": %d}"
                        .formatted(accepted, unchanged, rejected));
    }

    private static void refused(ResponseSpec answer, int status, String code) {
        answer.expectStatus().isEqualTo(status).expectBody().jsonPath("$.code").isEqualTo(code);
    }
}
