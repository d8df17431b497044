package com.ecom.operations;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an expression of Prometheus asks for. */
public record Promql(String expression) {

    private static final Pattern SELECTOR = Pattern.compile("([a-zA-Z_:][\\w:]*)?\\{([^}]*)}");
    private static final Pattern MATCHER = Pattern.compile("(\\w+)\\s*(=~|!~|!=|=)\\s*\"([^\"]*)\"");
    private static final Pattern LABELS_OF_OPERATORS =
            Pattern.compile("\\b(by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)");
    private static final Pattern NAME = Pattern.compile("(?<![\\w:.])[a-zA-Z_:][\\w:]*(?!\\s*\\()(?![\\w:])");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset", "inf", "nan");

    /** What a selector asks of one label. */
    public record Matcher(String metric, String label, String operator, String value) {

        /** The values that are named, of which each has to be one that there is. */
        List<String> alternatives() {
            return operator.endsWith("~") ? List.of(value.split("\\|")) : List.of(value);
        }
    }

    /** The names of all series in it. */
    public Set<String> metrics() {
        var bare = LABELS_OF_OPERATORS
                .matcher(expression)
                .replaceAll(" ")
                .replaceAll("\\{[^}]*}", " ")
                .replaceAll("\\[[^]]*]", " ")
                .replaceAll("\"[^\"]*\"", " ");
        var names = new TreeSet<String>();
        NAME.matcher(bare).results().map(it -> it.group()).forEach(names::add);
        names.removeAll(WORDS);
        return names;
    }

    /** A selector may go without a name. */
    private static String named(@Nullable String metric) {
        return metric == null ? "" : metric;
    }

    public List<Matcher> matchers() {
        return SELECTOR.matcher(expression)
                .results()
                .flatMap(selector -> MATCHER.matcher(selector.group(2))
                        .results()
                        .map(it -> new Matcher(named(selector.group(1)), it.group(1), it.group(2), it.group(3))))
                .toList();
    }
}
