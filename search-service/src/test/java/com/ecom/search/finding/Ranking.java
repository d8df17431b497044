package com.ecom.search.finding;

import com.ecom.local.relevance.Evaluation;
import com.ecom.local.relevance.Evaluation.Hit;
import com.ecom.local.relevance.Evaluation.Report;
import java.util.List;

/** What search finds, in the terms of an evaluation. */
record Ranking(SearchProducts searchProducts) {

    List<Hit> hits(String query) {
        return searchProducts.handle(queryFor(query, Evaluation.DEPTH)).items().stream()
                .map(it -> new Hit(it.name(), it.skus()))
                .toList();
    }

    static ProductQuery queryFor(String text, int size) {
        return new ProductQuery(text, null, null, null, null, null, null, null, null, null, null, null, size, null);
    }

    static void print(Report report) {
        System.out.printf(
                "%d queries: nDCG@10 %.4f, MRR %.4f, recall@20 %.4f, judged@10 %.4f, without any result %d%n",
                report.queries(),
                report.ndcg10(),
                report.mrr(),
                report.recall20(),
                report.judged10(),
                report.zeroResults());
        report.worst(10).forEach(it -> System.out.printf("  %.3f %s: %s%n", it.ndcg(), it.query(), it.explanation()));
    }
}
