package com.ecom.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The page that somebody reads who was woken up. */
public record Runbook(String alert, String text) {

    private static final Pattern BLOCK = Pattern.compile("```(\\w+)\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern HEADING = Pattern.compile("^## (.+)$", Pattern.MULTILINE);
    private static final Pattern LINK = Pattern.compile("]\\(([A-Za-z]+\\.md)\\)");

    public static List<Runbook> all(OpsFolder ops) throws IOException {
        var all = new ArrayList<Runbook>();
        for (var file : OpsFolder.in(ops.runbooks())) {
            all.add(of(file));
        }
        return all;
    }

    public static Runbook of(OpsFolder ops, String alert) throws IOException {
        return of(ops.runbooks().resolve(alert + ".md"));
    }

    private static Runbook of(Path file) throws IOException {
        return new Runbook(file.getFileName().toString().replace(".md", ""), Files.readString(file));
    }

    public List<String> headings() {
        return HEADING.matcher(text).results().map(it -> it.group(1)).toList();
    }

    public List<String> links() {
        return LINK.matcher(text).results().map(it -> it.group(1)).toList();
    }

    public List<String> queries() {
        return blocks("promql").map(String::strip).toList();
    }

    public List<String> commands() {
        return blocks("sh")
                .flatMap(String::lines)
                .filter(it -> !it.startsWith("#") && !it.isBlank())
                .toList();
    }

    public List<String> tableRows() {
        return text.lines().filter(it -> it.startsWith("| ")).toList();
    }

    private Stream<String> blocks(String language) {
        return BLOCK.matcher(text)
                .results()
                .filter(it -> it.group(1).equals(language))
                .map(it -> it.group(2));
    }
}
