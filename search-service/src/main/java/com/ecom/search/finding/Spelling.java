package com.ecom.search.finding;

import co.elastic.clients.elasticsearch._types.SuggestMode;
import co.elastic.clients.elasticsearch.core.search.Suggester;
import co.elastic.clients.elasticsearch.core.search.Suggestion;
import co.elastic.clients.elasticsearch.core.search.TermSuggest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Words that no product has, and similar ones that some have; none with digits: another number is another thing. */
final class Spelling {

    private static final String NAME = "spelling";
    private static final int SHORTEST_WORD = 4;
    private static final double LEAST_SIMILARITY = 0.7;
    private static final Pattern DIGIT = Pattern.compile("\\p{N}");

    private Spelling() {}

    static Suggester of(String text) {
        return Suggester.of(it -> it.suggesters(
                NAME,
                words -> words.text(text)
                        .term(term -> term.field(NAME)
                                .suggestMode(SuggestMode.Missing)
                                .minWordLength(SHORTEST_WORD)
                                .prefixLength(1)
                                .maxEdits(2)
                                .size(1))));
    }

    /** The same text with its unknown words corrected, if there are any and all can be. */
    static <T> Optional<String> correctionOf(String text, Map<String, List<Suggestion<T>>> answered) {
        var corrected = new StringBuilder();
        int done = 0;
        for (var suggestion : answered.getOrDefault(NAME, List.of())) {
            var word = suggestion.term();
            var better = betterThan(word);
            if (better.isPresent() && word.offset() >= done) {
                corrected.append(text, done, word.offset()).append(better.get());
                done = word.offset() + word.length();
            }
        }
        return done == 0
                ? Optional.empty()
                : Optional.of(corrected.append(text, done, text.length()).toString());
    }

    private static Optional<String> betterThan(TermSuggest word) {
        return word.options().stream()
                .filter(it -> it.score() >= LEAST_SIMILARITY)
                .filter(_ -> !DIGIT.matcher(word.text()).find())
                .map(it -> it.text())
                .findFirst();
    }
}
