package com.ecom.local.relevance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Compares a ranking with judgements. A product that nobody judged counts as irrelevant; a query for which people found nothing
 * relevant is left out, since no order is better than another there.
 */
public final class Evaluation {

    /** So many hits have to be asked for. */
    public static final int DEPTH = 20;

    private static final int TOP = 10;
    private static final int RELEVANT = 2;

    private Evaluation() {}

    /** @param search answers a query with the best hits, in their order */
    public static Report of(Judgements judgements, Function<String, List<Hit>> search) {
        var queries = judgements.byQuery().entrySet().stream()
                .filter(it -> it.getValue().values().stream().anyMatch(rating -> rating > 0))
                .map(it -> rate(it.getKey(), it.getValue(), search.apply(it.getKey())))
                .toList();
        return new Report(
                queries.size(),
                mean(queries, Rated::ndcg),
                mean(queries, Rated::reciprocalRank),
                mean(queries, Rated::recall),
                mean(queries, Rated::judged),
                queries.stream().filter(it -> it.hits().isEmpty()).count(),
                queries);
    }

    private static Rated rate(String query, Map<String, Integer> ratings, List<Hit> found) {
        var hits = found.stream()
                .limit(DEPTH)
                .map(it -> new RatedHit(it.title(), it.skus(), ratingOf(it, ratings)))
                .toList();
        var gains = hits.stream().limit(TOP).map(it -> Math.max(0, it.rating())).toList();
        var ideal = ratings.values().stream()
                .sorted(Comparator.reverseOrder())
                .limit(TOP)
                .toList();
        var relevant = ratings.values().stream().filter(it -> it >= RELEVANT).count();
        var foundRelevant = hits.stream().filter(it -> it.rating() >= RELEVANT).count();
        var judged = hits.stream().limit(TOP).filter(it -> it.rating() >= 0).count();
        return new Rated(
                query,
                dcg(gains) / dcg(ideal),
                reciprocalRank(gains),
                relevant == 0 ? 0 : Math.min(1, foundRelevant / (double) Math.min(DEPTH, relevant)),
                judged / (double) Math.clamp(hits.size(), 1, TOP),
                hits,
                missing(ratings, hits));
    }

    private static int ratingOf(Hit hit, Map<String, Integer> ratings) {
        return hit.skus().stream()
                .map(ratings::get)
                .filter(Objects::nonNull)
                .mapToInt(it -> it)
                .max()
                .orElse(RatedHit.UNJUDGED);
    }

    private static List<String> missing(Map<String, Integer> ratings, List<RatedHit> hits) {
        return ratings.entrySet().stream()
                .filter(it -> it.getValue() >= RELEVANT)
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .filter(sku -> hits.stream().noneMatch(it -> it.skus().contains(sku)))
                .toList();
    }

    private static double reciprocalRank(List<Integer> gains) {
        for (int i = 0; i < gains.size(); i++) {
            if (gains.get(i) >= RELEVANT) {
                return 1.0 / (i + 1);
            }
        }
        return 0;
    }

    private static double dcg(List<Integer> gains) {
        double sum = 0;
        for (int i = 0; i < gains.size(); i++) {
            sum += (Math.pow(2, gains.get(i)) - 1) / (Math.log(i + 2) / Math.log(2));
        }
        return sum;
    }

    private static double mean(List<Rated> queries, Function<Rated, Double> figure) {
        return queries.stream().mapToDouble(figure::apply).average().orElse(0);
    }

    /** What search found: a product that is sold under these SKUs. */
    public record Hit(String title, List<String> skus) {}

    /** @param zeroResults queries that found nothing at all */
    public record Report(
            int queries,
            double ndcg10,
            double mrr,
            double recall20,
            double judged10,
            long zeroResults,
            List<Rated> byQuery) {

        public List<Rated> worst(int count) {
            return byQuery.stream()
                    .sorted(Comparator.comparingDouble(Rated::ndcg))
                    .limit(count)
                    .toList();
        }
    }

    /** @param missing SKUs that people found relevant and search did not find among the first twenty, the best first */
    public record Rated(
            String query,
            double ndcg,
            double reciprocalRank,
            double recall,
            double judged,
            List<RatedHit> hits,
            List<String> missing) {

        /** Why the figure is what it is, in sentences. */
        public List<String> explanation() {
            if (hits.isEmpty()) {
                return List.of("Nothing was found.");
            }
            var sentences = new ArrayList<String>();
            shown("irrelevant", 0).forEach(sentences::add);
            shown("unjudged", RatedHit.UNJUDGED).forEach(sentences::add);
            if (!missing.isEmpty()) {
                sentences.add("relevant, but not among the first %d: %s"
                        .formatted(DEPTH, String.join(", ", missing.subList(0, Math.min(3, missing.size())))));
            }
            return sentences;
        }

        private Stream<String> shown(String what, int rating) {
            var some = new ArrayList<String>();
            for (int i = 0; i < Math.min(TOP, hits.size()); i++) {
                if (hits.get(i).rating() == rating) {
                    some.add("%d. %s".formatted(i + 1, hits.get(i).title()));
                }
            }
            return some.isEmpty()
                    ? Stream.empty()
                    : Stream.of("%d of the first %d %s, such as %s"
                            .formatted(some.size(), Math.min(TOP, hits.size()), what, some.getFirst()));
        }
    }

    /** @param rating {@link #UNJUDGED} if nobody judged it */
    public record RatedHit(String title, List<String> skus, int rating) {

        static final int UNJUDGED = -1;
    }
}
