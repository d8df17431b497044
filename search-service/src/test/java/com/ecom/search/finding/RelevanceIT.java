package com.ecom.search.finding;

import com.ecom.search.elastic.ElasticsearchCalls;
import com.ecom.search.indexing.CatalogueIndex;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.test.ServiceTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * How good the ranking is, by people's judgement: {@code ECOM_CATALOGUE} names a folder with {@code products.ndjson.gz}
 * and {@code judgements.csv}.
 */
@ServiceTest
@EnabledIfEnvironmentVariable(named = "ECOM_CATALOGUE", matches = ".+")
class RelevanceIT {

    private static final int TOP = 10;

    private final SearchProducts searchProducts;

    RelevanceIT(@Autowired ElasticsearchCalls elastic) throws IOException {
        var index = new CatalogueIndex(elastic);
        try (var lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(folder().resolve("products.ndjson.gz"))), UTF_8))) {
            lines.lines().forEach(index::add);
        }
        index.refresh();
        this.searchProducts = new SearchProducts(elastic, index.settings());
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
}
