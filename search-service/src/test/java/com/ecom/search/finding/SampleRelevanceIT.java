package com.ecom.search.finding;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.local.relevance.Evaluation;
import com.ecom.local.relevance.Judgements;
import com.ecom.local.stack.Checkout;
import com.ecom.search.elastic.ElasticsearchCalls;
import com.ecom.search.indexing.CatalogueIndex;
import com.ecom.search.rules.OwnRules;
import com.ecom.test.ServiceTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** The gate: whoever makes the ranking of our own sample worse does not get through the build. */
@ServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleRelevanceIT {

    /** A little below what the ranking reaches. */
    private static final double LEAST = 0.93;

    private static final Path SAMPLES = Checkout.find().root().resolve("samples");

    private final Ranking ranking;

    SampleRelevanceIT(@Autowired ElasticsearchCalls elastic) throws IOException {
        var index = new CatalogueIndex(elastic);
        Files.readAllLines(SAMPLES.resolve("catalogue.ndjson")).forEach(index::add);
        index.refresh();
        this.ranking = new Ranking(new SearchProducts(
                elastic, index.settings(), OwnRules.none(elastic, index.settings()), Clock.systemUTC()));
    }

    @Test
    void putsWhatPeopleMeanFirst() throws IOException {
        var report = Evaluation.of(Judgements.read(SAMPLES.resolve("judgements.csv")), ranking::hits);

        Ranking.print(report);
        assertThat(report.ndcg10()).isGreaterThanOrEqualTo(LEAST);
        // Only a merchant's synonym would find a raincoat.
        assertThat(report.zeroResults()).isLessThanOrEqualTo(1);
    }
}
