package com.ecom.search.finding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.local.relevance.Evaluation;
import com.ecom.local.relevance.Judgements;
import com.ecom.search.elastic.ElasticsearchCalls;
import com.ecom.search.indexing.CatalogueIndex;
import com.ecom.search.model.ProductCode;
import com.ecom.search.rules.OwnRules;
import com.ecom.test.ServiceTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How good the ranking is with a real catalogue, by people's judgement: {@code ECOM_CATALOGUE} names a folder with {@code
 * products.ndjson.gz} and {@code judgements.csv}.
 */
@ServiceTest
@EnabledIfEnvironmentVariable(named = "ECOM_CATALOGUE", matches = ".+")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RelevanceIT {

    private static final double LEAST = 0.81;
    private static final int CODES = 1_000;
    private static final long SEED = 20_261_130;

    private final SearchProducts searchProducts;
    private final List<JsonNode> products;

    RelevanceIT(@Autowired ElasticsearchCalls elastic) throws IOException {
        var index = new CatalogueIndex(elastic);
        try (var lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(folder().resolve("products.ndjson.gz"))), UTF_8))) {
            var all = lines.lines().toList();
            all.forEach(index::add);
            this.products = all.stream().map(JsonMapper.shared()::readTree).toList();
        }
        index.refresh();
        this.searchProducts = new SearchProducts(
                elastic, index.settings(), OwnRules.none(elastic, index.settings()), Clock.systemUTC());
    }

    @Test
    void putsWhatPeopleMeanFirst() throws IOException {
        var judgements = Judgements.read(folder().resolve("judgements.csv"));

        var report = Evaluation.of(judgements, new Ranking(searchProducts)::hits);

        Ranking.print(report);
        assertThat(report.ndcg10()).isGreaterThanOrEqualTo(LEAST);
    }

    @ParameterizedTest
    @CsvSource({
        "laptop, notebook",
        "laptops, notebook",
        "labtop, notebook",
        "mice, mouse",
        "televisions, TV",
        "prnter, printer"
    })
    void putsTheThingBeforeWhatGoesWithIt(String query, String thing) {
        var found = searchProducts.handle(Ranking.queryFor(query, 5)).items();

        assertThat(found).hasSize(5);
        assertThat(found)
                .allSatisfy(
                        it -> assertThat(it.name())
                                .as(query)
                                .containsPattern("(?i)\\b%s\\b".formatted(thing))
                                .doesNotContainPattern(
                                        "(?i)\\b(case|sleeve|bag|backpack|lock|battery|stand|pad|antenna|cable|roller|cartridge|paper|kit|belt)\\b"));
    }

    /** As printed, without any sign, and with a blank at some place; where several products bear the same code, any of them. */
    @Test
    void findsACodeFirstHoweverItIsWritten() {
        var random = new Random(SEED);
        var bearers = new HashMap<String, Set<String>>();
        var codes = new ArrayList<String>();
        for (var product : products) {
            for (var code : codesOf(product).toList()) {
                bearers.computeIfAbsent(ProductCode.of(code), _ -> new HashSet<>())
                        .add(product.path("sku").asString());
                codes.add(code);
            }
        }
        Collections.shuffle(codes, random);
        var missed = new ArrayList<String>();
        for (var code : codes.subList(0, CODES)) {
            var plain = ProductCode.of(code);
            var at = 1 + random.nextInt(plain.length() - 1);
            for (var text : List.of(code, plain, plain.substring(0, at) + " " + plain.substring(at))) {
                var first = searchProducts.handle(Ranking.queryFor(text, 1)).items().stream()
                        .findFirst()
                        .map(it -> it.productId())
                        .orElse("nothing");
                if (!bearersOf(plain, bearers).contains(first)) {
                    missed.add(text);
                }
            }
        }
        assertThat(missed).isEmpty();
    }

    private static Set<String> bearersOf(String code, Map<String, Set<String>> bearers) {
        return bearers.getOrDefault(code, Set.of());
    }

    private static Stream<String> codesOf(JsonNode product) {
        return Stream.concat(
                        Stream.of(
                                product.path("sku").asString(),
                                product.path("model").asString("")),
                        product.path("ean").valueStream().map(JsonNode::asString))
                .filter(ProductCode::isOne)
                .filter(it -> it.length() <= 100);
    }

    private static Path folder() {
        return Path.of(System.getenv("ECOM_CATALOGUE"));
    }
}
