package com.ecom.proof.cli;

import static java.util.stream.Collectors.joining;

import com.ecom.local.stack.Checkout;
import com.ecom.proof.Verdict.Moment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** One page that keeps what was proved, readable without anything else. */
final class Report {

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);
    private static final int WIDTH = 900;
    private static final int HEIGHT = 260;
    private static final List<String> COLOURS = List.of("#1f6feb", "#1a7f37", "#bf3989", "#9a6700", "#6e7781");

    private final Path folder;

    Report(Checkout checkout) {
        this.folder = checkout.ownFolder().resolve("proofs");
    }

    Path keep(List<Outcome> results) throws IOException {
        Files.createDirectories(folder);
        var file = folder.resolve(LocalDateTime.now(ZoneId.systemDefault()).format(NAME) + ".html");
        return Files.writeString(file, page(results));
    }

    private static String page(List<Outcome> results) {
        return """
                <!doctype html><html lang="en"><meta charset="utf-8"><title>What the shop promises</title>
                <style>
                body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1f2328}
                h2{margin:2.5rem 0 .2rem} table{border-collapse:collapse} td{padding:.15rem 1.5rem .15rem 0;vertical-align:top}
                .good{color:#1a7f37} .bad{color:#cf222e;font-weight:600} svg{background:#f6f8fa;width:100%%;height:auto}
                svg text{font:11px system-ui,sans-serif;fill:#59636e}
                </style>
                <h1>What the shop promises, put to the test</h1><p>%s</p>%s</html>
                """.formatted(
                        DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH)
                                .format(LocalDateTime.now(ZoneId.systemDefault())),
                        results.stream().map(Report::section).collect(joining()));
    }

    private static String section(Outcome it) {
        var verdict = it.verdict();
        return "<h2>%s</h2><p>%s<br><span class=\"%s\">%s</span> after %.1f s; seeds: %s</p>%s<table>%s</table>%s"
                .formatted(
                        text(it.proof()),
                        text(it.promise()),
                        verdict.holds() ? "good" : "bad",
                        verdict.holds() ? "It holds" : verdict.violations().size() + " violations",
                        it.millis() / 1_000.0,
                        text(it.seeds()),
                        verdict.violations().stream()
                                .limit(100)
                                .map(violation -> "<p class=\"bad\">" + text(violation) + "</p>")
                                .collect(joining()),
                        verdict.figures().entrySet().stream()
                                .map(figure ->
                                        "<tr><td>%s<td>%s".formatted(text(figure.getKey()), text(figure.getValue())))
                                .collect(joining()),
                        verdict.timeline().isEmpty() ? "" : chart(verdict.timeline()));
    }

    /** Running totals as lines, and what was done to the shop as marks below them. */
    private static String chart(List<Moment> timeline) {
        var end = Math.max(1, timeline.getLast().seconds());
        var names = new TreeSet<String>();
        timeline.forEach(it -> names.addAll(it.counts().keySet()));
        var top = Math.max(
                1,
                timeline.stream()
                        .flatMap(it -> it.counts().values().stream())
                        .mapToLong(Long::longValue)
                        .max()
                        .orElse(1));
        var svg = new StringBuilder("<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"Orders over time\">"
                .formatted(WIDTH, HEIGHT + 40));
        int index = 0;
        for (var name : names) {
            var colour = COLOURS.get(index % COLOURS.size());
            svg.append("<polyline fill=\"none\" stroke-width=\"2\" stroke=\"%s\" points=\"%s\"/>"
                    .formatted(
                            colour,
                            timeline.stream()
                                    .filter(it -> it.counts().containsKey(name))
                                    .map(it -> "%.1f,%.1f"
                                            .formatted(
                                                    it.seconds() / end * WIDTH,
                                                    HEIGHT
                                                            - it.counts().getOrDefault(name, 0L)
                                                                    * (HEIGHT - 30.0)
                                                                    / top))
                                    .collect(joining(" "))));
            svg.append("<text x=\"%d\" y=\"16\" style=\"fill:%s\">%s</text>"
                    .formatted(8 + index * 130, colour, text(name)));
            index++;
        }
        for (var moment : timeline) {
            if (!moment.mark().isEmpty()) {
                svg.append(
                        "<line x1=\"%1$.1f\" x2=\"%1$.1f\" y1=\"24\" y2=\"%2$d\" stroke=\"#cf222e\" stroke-opacity=\".35\"><title>%3$s</title></line>"
                                .formatted(moment.seconds() / end * WIDTH, HEIGHT + 6, text(moment.mark())));
            }
        }
        svg.append(
                "<text x=\"0\" y=\"%d\">0 s</text><text x=\"%d\" y=\"%d\" text-anchor=\"end\">%.0f s; at most %,d; a red line is a fault, hover for its name</text></svg>"
                        .formatted(HEIGHT + 30, WIDTH, HEIGHT + 30, end, top));
        return svg.toString();
    }

    private static String text(Object it) {
        return String.valueOf(it).replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
