package com.ecom.search.sample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.local.stack.Checkout;
import com.ecom.search.sample.SampleCatalogue.Product;
import com.ecom.search.sample.SampleWords.Query;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The files of {@code samples/} are what the generator makes; {@code -Dsamples.update=true} writes them anew. */
class SampleFilesTests {

    private static final Path FOLDER = Checkout.find().root().resolve("samples");

    private final List<Product> products;
    private final List<Query> queries;

    SampleFilesTests() throws IOException {
        this.products = SampleCatalogue.products(SampleWords.things());
        this.queries = SampleWords.queries();
    }

    @Test
    void theCatalogueIsWhatTheGeneratorMakes() throws IOException {
        isIn(
                "catalogue.ndjson",
                String.join("\n", products.stream().map(Product::toLine).toList()) + "\n");
    }

    @Test
    void soAreTheJudgements() throws IOException {
        var csv = new StringBuilder("query,sku,rating\n");
        queries.forEach(query -> products.forEach(product -> {
            var rating = ratingOf(query, product);
            if (rating > 0) {
                csv.append(query.text())
                        .append(',')
                        .append(product.sku())
                        .append(',')
                        .append(rating)
                        .append('\n');
            }
        }));
        isIn("judgements.csv", csv.toString());
    }

    @Test
    void theSampleIsLargeEnoughToSaySomething() {
        assertThat(products).hasSizeGreaterThanOrEqualTo(500);
        assertThat(products.stream().map(Product::category).distinct()).hasSize(12);
        assertThat(queries).hasSizeGreaterThanOrEqualTo(60);
        assertThat(queries)
                .allSatisfy(query ->
                        assertThat(products).as(query.text()).anyMatch(product -> ratingOf(query, product) == 3));
        assertThat(new HashSet<>(products.stream().map(Product::sku).toList())).hasSameSizeAs(products);
        assertThat(new HashSet<>(products.stream().map(Product::model).toList()))
                .hasSameSizeAs(products);
    }

    private static int ratingOf(Query query, Product product) {
        var exact =
                query.exact().stream().mapToInt(it -> it.rating(product)).max().orElse(0);
        return Math.max(exact, query.wouldDo().contains(product.thing()) ? 1 : 0);
    }

    private static void isIn(String file, String content) throws IOException {
        var path = FOLDER.resolve(file);
        if (Boolean.getBoolean("samples.update")) {
            Files.createDirectories(FOLDER);
            Files.writeString(path, content);
        }
        assertThat(Files.readString(path, UTF_8)).isEqualTo(content);
    }
}
