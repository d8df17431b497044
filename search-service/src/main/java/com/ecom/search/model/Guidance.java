package com.ecom.search.model;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What all rules together want for one text.
 *
 * @param sameText other texts that mean the same
 * @param redirect a page of the shop that answers it
 */
public record Guidance(
        List<String> sameText,
        List<String> pinned,
        List<String> boosted,
        List<String> buried,
        @Nullable String redirect) {

    public static final Guidance NONE = new Guidance(List.of(), List.of(), List.of(), List.of(), null);

    /** Each costs as much as the search itself. */
    private static final int MOST_TEXTS = 4;

    private static final int MOST_PRODUCTS = 100;

    public static Guidance of(Collection<SearchRule> rules, String text, Instant now) {
        var asked = Phrase.of(text);
        if (asked.text().isEmpty()) {
            return NONE;
        }
        var holding = rules.stream().filter(it -> it.holdsAt(now)).toList();
        var about = holding.stream()
                .filter(it -> it.kind() != SearchRule.Kind.SYNONYM && it.isAbout(asked))
                .toList();
        return new Guidance(
                holding.stream()
                        .filter(it -> it.kind() == SearchRule.Kind.SYNONYM)
                        .flatMap(it -> saidOtherwise(asked, it.phrases()))
                        .distinct()
                        .limit(MOST_TEXTS)
                        .toList(),
                products(about, SearchRule.Kind.PIN),
                products(about, SearchRule.Kind.BOOST),
                products(about, SearchRule.Kind.BURY),
                about.stream()
                        .filter(it -> it.kind() == SearchRule.Kind.REDIRECT)
                        .map(SearchRule::target)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null));
    }

    private static Stream<String> saidOtherwise(Phrase asked, List<String> same) {
        var phrases = same.stream().map(Phrase::of).toList();
        return phrases.stream()
                .flatMap(some -> phrases.stream().filter(it -> !it.equals(some)).map(it -> asked.replacing(some, it)))
                .flatMap(Optional::stream)
                .map(Phrase::text);
    }

    private static List<String> products(List<SearchRule> rules, SearchRule.Kind kind) {
        return rules.stream()
                .filter(it -> it.kind() == kind)
                .flatMap(it -> it.productIds().stream())
                .distinct()
                .limit(MOST_PRODUCTS)
                .toList();
    }
}
