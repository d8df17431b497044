package com.ecom.search.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What staff want a search for certain phrases to give.
 *
 * @param phrases what is asked as a whole; of synonyms, what means the same wherever it is asked
 * @param productIds which products it is about, in order
 * @param target where a redirect leads, a path of the shop
 * @param from since when it holds; always if absent
 * @param until from when it does not hold any more; never if absent
 */
public record SearchRule(
        Kind kind,
        List<String> phrases,
        List<String> productIds,
        @Nullable String target,
        @Nullable Instant from,
        @Nullable Instant until) {

    public SearchRule {
        phrases = phrases == null ? List.of() : List.copyOf(phrases);
        productIds = productIds == null ? List.of() : List.copyOf(productIds);
    }

    boolean holdsAt(Instant now) {
        return (from == null || !now.isBefore(from)) && (until == null || now.isBefore(until));
    }

    boolean isAbout(Phrase asked) {
        return phrases.stream().map(Phrase::of).anyMatch(asked::equals);
    }

    /** Whether it keeps a query from being offered to others. */
    public boolean hides(String query, Instant now) {
        var words = Phrase.of(query);
        return kind == Kind.HIDE
                && holdsAt(now)
                && phrases.stream().map(Phrase::of).anyMatch(words::has);
    }

    /** Whether there is all that a rule of this kind needs, and nothing else. */
    public boolean hasAllItNeeds() {
        var saysSomething =
                phrases.stream().map(Phrase::of).noneMatch(it -> it.text().isEmpty());
        var timeIsOne = from == null || until == null || from.isBefore(until);
        return saysSomething
                && timeIsOne
                && switch (kind) {
                    case SYNONYM -> phrases.size() > 1 && productIds.isEmpty() && target == null;
                    case HIDE -> !phrases.isEmpty() && productIds.isEmpty() && target == null;
                    case REDIRECT -> !phrases.isEmpty() && productIds.isEmpty() && target != null;
                    case PIN, BOOST, BURY -> !phrases.isEmpty() && !productIds.isEmpty() && target == null;
                };
    }

    public enum Kind {
        /** Whoever asks for one of the phrases gets what there is for the others, too. */
        SYNONYM,
        /** These products come first, whether or not they match. */
        PIN,
        /** These products move up among what matches. */
        BOOST,
        /** These products move down among what matches. */
        BURY,
        /** The answer names a page of the shop instead. */
        REDIRECT,
        /** Queries with one of the phrases among their words are never offered to others. */
        HIDE
    }
}
