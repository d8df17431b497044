package com.ecom.search.model;

import java.text.Normalizer;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Texts of which some go on like what is being typed, the most usual first; if none does, those that do as if it were misspelt. */
public final class Completions {

    public static final Completions NONE = new Completions(List.of());

    /** As wrong as a word of so many letters may be, as for products. */
    private static final int ONE_MISTAKE = 4;

    private static final int TWO_MISTAKES = 8;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private final List<Text> texts;

    private Completions(List<Text> texts) {
        this.texts = texts;
    }

    /** @param texts each once, in the order in which they are to be offered */
    public static Completions of(List<String> texts) {
        return new Completions(
                texts.stream().map(it -> new Text(it, folded(it))).toList());
    }

    /** @return at most so many that go on, at their beginning or that of a later word */
    public List<String> of(String begun, int most, Predicate<String> isOffered) {
        var typed = folded(begun);
        if (typed.isEmpty()) {
            return List.of();
        }
        var exact = first(texts.stream().filter(it -> it.goesOnLike(typed)), most, isOffered);
        return exact.isEmpty() && mistakesIn(typed) > 0
                ? first(texts.stream().filter(it -> it.goesOnSimilarly(typed)), most, isOffered)
                : exact;
    }

    private static List<String> first(Stream<Text> some, int most, Predicate<String> isOffered) {
        return some.map(Text::shown).filter(isOffered).limit(most).toList();
    }

    private static String folded(String text) {
        var letters = Normalizer.normalize(Phrase.of(text).text(), Normalizer.Form.NFD);
        return MARKS.matcher(letters).replaceAll("");
    }

    private static int mistakesIn(String typed) {
        if (typed.length() < ONE_MISTAKE) {
            return 0;
        }
        return typed.length() < TWO_MISTAKES ? 1 : 2;
    }

    private record Text(String shown, String folded) {

        boolean goesOnLike(String typed) {
            return !folded.equals(typed) && (folded.startsWith(typed) || folded.contains(" " + typed));
        }

        /** The first letter has to be right: it seldom is wrong, and few texts are looked at then. */
        boolean goesOnSimilarly(String typed) {
            return !folded.isEmpty()
                    && folded.charAt(0) == typed.charAt(0)
                    && BeginningDistance.between(typed, folded) <= mistakesIn(typed);
        }
    }
}
