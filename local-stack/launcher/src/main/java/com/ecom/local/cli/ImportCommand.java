package com.ecom.local.cli;

import com.ecom.shop.CatalogueFile;
import com.ecom.shop.CatalogueImport.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Importing the same file again changes nothing, so an import that was interrupted is simply repeated. */
@Command(
        name = "import",
        description = {
            "Brings products into the shop through its public API, gives them stock and waits until they are found.",
            "One JSON object a line: sku, title, brand, description, priceMinor, currency, images, attributes; plain or .gz.%n"
        })
final class ImportCommand implements Callable<Integer> {

    @Mixin
    private final Place place = new Place();

    @Mixin
    private final JsonOption json = new JsonOption();

    @Parameters(paramLabel = "FILE", description = "The products, one a line.")
    private Path file = Path.of("");

    @Option(
            names = "--on-conflict",
            paramLabel = "WHAT",
            description = "What becomes of products that staff changed or archived: ${COMPLETION-CANDIDATES}; "
                    + "KEEP if nothing is said.")
    private OnConflict onConflict = OnConflict.KEEP;

    @Override
    public Integer call() throws Exception {
        if (!Files.isRegularFile(file)) {
            throw new Refusal("There is no file " + file);
        }
        var result = new Door(place).importCatalogue(new CatalogueFile(file), onConflict.name());
        print(result);
        return json.print(result, result.rejected() < result.rows());
    }

    /** As the API calls it. */
    private enum OnConflict {
        KEEP,
        REPLACE,
        FAIL
    }

    static void print(Result it) {
        Console.say(
                "%,d rows in %.1f s (%,.0f products/s): %,d taken, %,d unchanged, %,d kept as staff decided, %,d rejected"
                        .formatted(
                                it.rows(),
                                it.importSeconds(),
                                it.productsPerSecond(),
                                it.accepted(),
                                it.unchanged(),
                                it.kept(),
                                it.rejected()));
        Console.say("Stock given in %.1f s more; all of them found by search %.1f s later"
                .formatted(it.stockSeconds(), it.indexSeconds()));
        it.rejects()
                .forEach(row -> Console.say("  line %d of chunk %d, SKU %s: %s"
                        .formatted(
                                row.path("line").asInt(),
                                row.path("chunk").asInt(),
                                row.path("sku").asString(),
                                row.path("reasons"))));
    }
}
