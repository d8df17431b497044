package com.ecom.search.model;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words as they are compared: whatever their case, their width and the blanks between them. */
public record Phrase(String text) {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    public static Phrase of(String typed) {
        var plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return new Phrase(BLANKS.matcher(plain).replaceAll(" ").strip());
    }

    /** Whether others are among its words, in their order. */
    boolean has(Phrase some) {
        return replacing(some, some).isPresent();
    }

    /** With other words in the place of some of its own, if it has those. */
    Optional<Phrase> replacing(Phrase some, Phrase others) {
        var whole = Pattern.compile("(?<![\\p{L}\\p{N}])%s(?![\\p{L}\\p{N}])".formatted(Pattern.quote(some.text)))
                .matcher(text);
        return whole.find()
                ? Optional.of(new Phrase(whole.replaceFirst(Matcher.quoteReplacement(others.text))))
                : Optional.empty();
    }
}
