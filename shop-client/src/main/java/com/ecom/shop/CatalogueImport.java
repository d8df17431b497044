package com.ecom.shop;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Brings a catalogue in through the public API, gives its products stock and waits until they are found. Sending the
 * same file again changes nothing and goes on where an earlier attempt stopped.
 */
public final class CatalogueImport {

    /** Inventory has not heard of the product. */
    private static final int NOT_YET = 404;

    private static final Duration STANDSTILL = Duration.ofMinutes(3);

    private static final int STOCK = 100;
    private static final int ADJUSTMENTS_AT_ONCE = 250;
    private static final Duration TOKEN_LIFE = Duration.ofMinutes(3);

    private final Supplier<Gateway> login;
    private final ProgressBar progress;
    private final UnaryOperator<String> completion;
    private final List<String> skus = new ArrayList<>();
    private Gateway admin;
    private Instant since = Instant.now();
    private long accepted;
    private long unchanged;
    private long kept;
    private long rejected;
    private int chunks;

    /** @param login gives the door to an admin; asked again before the token ends */
    public CatalogueImport(Supplier<Gateway> login, ProgressBar progress) {
        this(login, progress, UnaryOperator.identity());
    }

    /** @param completion makes of a row of the file what is sent */
    public CatalogueImport(Supplier<Gateway> login, ProgressBar progress, UnaryOperator<String> completion) {
        this.login = () -> login.get().insistent();
        this.progress = progress;
        this.completion = completion;
        this.admin = this.login.get();
    }

    public Result run(CatalogueFile file) throws IOException {
        return run(file, "KEEP");
    }

    /** @param onConflict KEEP, REPLACE or FAIL: what becomes of products that staff decided about */
    public Result run(CatalogueFile file, String onConflict) throws IOException {
        var begin = Instant.now();
        var rows = file.rows();
        var digest = file.digest();
        var id = admin().postOnce(
                        "/api/admin/product-imports",
                        Map.of(
                                "name",
                                file.path().getFileName() + " " + digest,
                                "rows",
                                rows,
                                "onConflict",
                                onConflict),
                        UUID.randomUUID().toString())
                .good()
                .path("importId")
                .asString();
        file.forEachChunk(chunk -> send(id, chunk, rows));
        var imported = Instant.now();
        giveStock(digest);
        var stocked = Instant.now();
        awaitFindable();
        var rejects = admin().get("/api/admin/product-imports/" + id + "/rejects?size=100")
                .path("items");
        return new Result(
                rows,
                accepted,
                unchanged,
                kept,
                rejected,
                seconds(begin, imported),
                seconds(imported, stocked),
                seconds(stocked, Instant.now()),
                rejects);
    }

    private void send(String id, List<String> chunk, int all) {
        var path = "/api/admin/product-imports/%s/chunks/%d".formatted(id, ++chunks);
        var rows = chunk.stream().map(completion).collect(joining("\n"));
        var answer = admin().putLines(path, rows).good();
        accepted += answer.path("accepted").asLong();
        unchanged += answer.path("unchanged").asLong();
        kept += answer.path("kept").asLong();
        rejected += answer.path("rejected").asLong();
        chunk.forEach(it -> skuOf(it).ifPresent(skus::add));
        progress.show("products", accepted + unchanged + kept + rejected, all);
    }

    /** What is no product has been rejected, and gets no stock. */
    private static Optional<String> skuOf(String row) {
        try {
            return JsonMapper.shared().readTree(row).path("sku").stringValueOpt();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** A first stock, once for each file; a SKU that the shop does not know (yet) is waited for or left out. */
    private void giveStock(String digest) {
        var known = skus.stream().distinct().filter(it -> !it.isEmpty()).toList();
        for (int from = 0; from < known.size(); from += ADJUSTMENTS_AT_ONCE) {
            var some = known.subList(from, Math.min(known.size(), from + ADJUSTMENTS_AT_ONCE));
            adjust("import-" + digest + "-" + from / ADJUSTMENTS_AT_ONCE, some);
            progress.show("stock", from + some.size(), known.size());
        }
    }

    /** Inventory hears of a product some time after the catalogue has it; the fewer it lacks, the nearer that is. */
    private void adjust(String key, List<String> some) {
        var adjustments = some.stream()
                .map(it -> Map.of("sku", it, "delta", STOCK, "reason", "INITIAL"))
                .toList();
        Await.until(
                        "Stock for the imported products",
                        STANDSTILL,
                        () -> admin().postOnce(
                                        "/api/admin/inventory/adjustments", Map.of("adjustments", adjustments), key),
                        it -> it.status() != NOT_YET,
                        it -> it.body().path("detail"))
                .good();
    }

    private void awaitFindable() {
        Await.until(
                "Finding what was imported",
                STANDSTILL,
                () -> {
                    var found = admin().get("/api/search/products?size=1")
                            .path("total")
                            .asLong();
                    progress.show("searchable", Math.min(found, accepted + unchanged), accepted + unchanged);
                    return found;
                },
                it -> it >= accepted + unchanged);
    }

    private Gateway admin() {
        if (Instant.now().isAfter(since.plus(TOKEN_LIFE))) {
            admin = login.get();
            since = Instant.now();
        }
        return admin;
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1000.0;
    }

    /** Shows how far something is. */
    public interface ProgressBar {
        void show(String what, long done, long all);
    }

    /** @param rejects the first rows that were rejected, or whose products were kept, with line, SKU and reasons */
    public record Result(
            long rows,
            long accepted,
            long unchanged,
            long kept,
            long rejected,
            double importSeconds,
            double stockSeconds,
            double indexSeconds,
            JsonNode rejects) {

        public double productsPerSecond() {
            return rows / Math.max(0.001, importSeconds);
        }
    }
}
