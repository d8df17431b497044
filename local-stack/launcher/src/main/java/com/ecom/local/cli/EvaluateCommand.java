package com.ecom.local.cli;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.ecom.local.relevance.Evaluation;
import com.ecom.local.relevance.Evaluation.Hit;
import com.ecom.local.relevance.Evaluation.Report;
import com.ecom.local.relevance.Judgements;
import com.ecom.local.relevance.LastRun;
import com.ecom.shop.Gateway;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** A shop that is too busy is asked again: an answer that did not come is no bad answer. */
@Command(
        name = "evaluate",
        description = {
            "Asks the shop that is up each query of FILE and compares what it finds with people's judgement.",
            "FILE has the lines query,sku,rating, ratings from 0 (irrelevant) to 3 (exactly that), and that line as its first.%n"
        })
final class EvaluateCommand implements Callable<Integer> {

    @Mixin
    private final Place place = new Place();

    @Mixin
    private final JsonOption json = new JsonOption();

    @Parameters(paramLabel = "FILE", description = "The judgements.")
    private Path file = Path.of("");

    @Option(
            names = "--least",
            paramLabel = "NDCG",
            description = "Fail if nDCG@10 is below this; without it every figure is good.")
    private double least;

    @Option(
            names = "--worst",
            paramLabel = "COUNT",
            defaultValue = "10",
            description = "How many of the worst queries to explain (${DEFAULT-VALUE}).")
    private int worst;

    @Override
    public Integer call() throws Exception {
        if (!Files.isRegularFile(file)) {
            throw new Refusal("There is no file " + file);
        }
        var judgements = Judgements.read(file);
        var anybody = new Door(place).anybody();
        var report = Evaluation.of(judgements, query -> hits(anybody, query));
        print(judgements, report);
        compare(report);
        return json.print(report, report.ndcg10() >= least);
    }

    private static List<Hit> hits(Gateway anybody, String query) {
        return anybody.get("/api/search/products?size=%d&q=%s".formatted(Evaluation.DEPTH, encode(query, UTF_8)))
                .path("items")
                .valueStream()
                .map(it -> new Hit(
                        it.path("name").asString(),
                        it.path("skus").valueStream().map(JsonNode::asString).toList()))
                .toList();
    }

    private void print(Judgements judgements, Report it) {
        Console.say("%,d judgements of %,d queries; %,d of them have something relevant and count"
                .formatted(judgements.count(), judgements.byQuery().size(), it.queries()));
        Console.say("nDCG@10 %.4f   MRR %.4f   recall@20 %.4f   judged@10 %.4f   without any result %d"
                .formatted(it.ndcg10(), it.mrr(), it.recall20(), it.judged10(), it.zeroResults()));
        Console.say("The worst:");
        for (var query : it.worst(worst)) {
            System.out.printf("  %.3f  %s%n", query.ndcg(), query.query());
            query.explanation().forEach(why -> System.out.println("           " + why));
        }
    }

    private void compare(Report now) throws IOException {
        var kept = place.folder().path().resolve("search-evaluations").resolve(file.getFileName() + ".json");
        var last = LastRun.read(kept);
        if (last.isEmpty()) {
            Console.say("There is no earlier run to compare with.");
        } else {
            var before = last.get();
            Console.say("Since the last run: nDCG@10 %+.4f   MRR %+.4f   recall@20 %+.4f   judged@10 %+.4f"
                    .formatted(
                            now.ndcg10() - before.ndcg10(),
                            now.mrr() - before.mrr(),
                            now.recall20() - before.recall20(),
                            now.judged10() - before.judged10()));
            before.changesTo(now).stream()
                    .limit(worst)
                    .forEach(it -> System.out.printf("  %.3f -> %.3f  %s%n", it.before(), it.now(), it.query()));
        }
        LastRun.of(now).write(kept);
    }
}
