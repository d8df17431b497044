package com.ecom.proof.drills;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The table of a page that says how each drill went; what is around it stays. */
record EvidenceTable(String page) {

    private static final String HEAD = """
            | drill | breaks | alert, page | detected | heard | mitigated | over |
            |---|---|---|---|---|---|---|
            """;

    private static final Pattern TABLE = Pattern.compile(Pattern.quote(HEAD) + "(\\|.*\\n)*");

    static EvidenceTable in(String page) {
        if (!page.contains(HEAD)) {
            throw new IllegalArgumentException("The page has no table that begins with\n" + HEAD);
        }
        return new EvidenceTable(page);
    }

    /** Seconds since the fault. */
    String with(List<Evidence> accepted) {
        var rows = accepted.stream().map(EvidenceTable::row).collect(Collectors.joining());
        return TABLE.matcher(page).replaceFirst(Matcher.quoteReplacement(HEAD + rows));
    }

    private static String row(Evidence it) {
        return String.format(
                Locale.ROOT,
                "| `%s` | %s | [%s](../docs/runbooks/%s.md) | %.0f | %.0f | %.0f | %.0f |\n",
                it.drill(),
                it.rehearses(),
                it.alert(),
                it.alert(),
                it.detected(),
                it.paged(),
                it.mitigated(),
                it.recovered());
    }
}
