package com.ecom.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import com.ecom.core.money.Money;
import com.ecom.search.ProductSubscription.ProductUpserted;
import com.ecom.test.ServiceTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/**
 * How good the ranking is, by people's judgement: {@code ECOM_CATALOGUE} names a folder with {@code products.ndjson.gz}
 * and {@code judgements.csv}.
 */
@ServiceTest
@EnabledIfEnvironmentVariable(named = "ECOM_CATALOGUE", matches = ".+")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RelevanceIT {

    private static final int TOP = 10;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    IndexProducts index;

    @Autowired
    SearchProducts searchProducts;

    @Autowired
    ElasticsearchClient client;

    @Autowired
    SearchSettings settings;

    @BeforeAll
    void catalogue() throws IOException {
        try (var lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(folder().resolve("products.ndjson.gz"))), UTF_8))) {
            int count = 0;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var entry = JSON.readValue(line, Line.class).toEvent().toEntry();
                index.collect(entry.productId(), it -> it.with(entry));
                if (++count % 500 == 0) {
                    index.write();
                }
            }
        }
        index.write();
        client.indices().refresh(it -> it.index(settings.products()));
    }

    @Test
    void putsWhatPeopleMeanFirst() throws IOException {
        var judged = Files.readAllLines(folder().resolve("judgements.csv")).stream()
                .skip(1)
                .map(it -> it.split(",(?=[^,]*,[^,]*$)|,(?=[^,]*$)"))
                .collect(groupingBy(
                        it -> it[0].replace("\"", ""),
                        LinkedHashMap::new,
                        toMap(it -> it[1], it -> Integer.parseInt(it[2]), Math::max)));
        var scores = new LinkedHashMap<String, Double>();
        judged.forEach((query, ratings) -> {
            // Where people found nothing right, no order is better than another.
            if (Collections.max(ratings.values()) > 0) {
                scores.put(query, ndcg(query, ratings));
            }
        });

        scores.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .limit(25)
                .forEach(it -> System.out.printf("%.3f %s%n", it.getValue(), it.getKey()));
        var mean = scores.values().stream().mapToDouble(it -> it).average().orElseThrow();
        System.out.printf("nDCG@%d over %d queries: %.4f%n", TOP, scores.size(), mean);
        assertThat(mean).isGreaterThan(0.6);
    }

    private double ndcg(String query, Map<String, Integer> ratings) {
        var wanted = new ProductQuery(query, null, null, null, null, null, null, null, TOP, null);
        var gains = searchProducts.handle(wanted).items().stream()
                .map(it -> ratings.getOrDefault(it.productId(), 0))
                .toList();
        var ideal = ratings.values().stream()
                .sorted(Comparator.reverseOrder())
                .limit(TOP)
                .toList();
        return dcg(gains) / dcg(ideal);
    }

    private static double dcg(List<Integer> gains) {
        double sum = 0;
        for (int i = 0; i < gains.size(); i++) {
            sum += (Math.pow(2, gains.get(i)) - 1) / (Math.log(i + 2) / Math.log(2));
        }
        return sum;
    }

    private static Path folder() {
        return Path.of(System.getenv("ECOM_CATALOGUE"));
    }

    /** A line of the catalogue; the product's id is its SKU here, because the judgements speak of SKUs. */
    record Line(
            String sku,
            String title,
            String brand,
            String model,
            String description,
            List<String> ean,
            long priceMinor,
            String currency,
            Map<String, Object> attributes) {

        ProductUpserted toEvent() {
            var all = new LinkedHashMap<>(attributes);
            all.putIfAbsent("model", model);
            all.putIfAbsent("ean", String.join(" ", ean));
            var type = attributes.get("type") instanceof String it ? it : null;
            var variant = new ProductUpserted.Variant(sku, Map.of(), Money.of(priceMinor, currency));
            return new ProductUpserted(
                    sku,
                    1,
                    "s",
                    title,
                    description,
                    brand,
                    type,
                    true,
                    List.of(),
                    all,
                    List.of(variant),
                    Instant.EPOCH);
        }
    }
}
