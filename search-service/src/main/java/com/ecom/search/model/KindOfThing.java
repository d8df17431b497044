package com.ecom.search.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a text names: a "leather laptop sleeve for travellers" is a sleeve. Ranking puts the thing that a shopper names
 * before the things that only go with it. It is read from the way people write titles, not from a list of products.
 *
 * @param phrase the words that name it, like "notebook case"; at least its head
 * @param head the one word that says what it is, like "case"
 */
public record KindOfThing(String phrase, String head) {

    /** What follows says what it goes with, what it has, or how it is packed. */
    private static final Pattern END = Pattern.compile(
            "[,;:|(\\[]|\\s[-–—]\\s|\\s(?:for|with|without|w/|from|by|in|of|to|compatible|incl\\.?|including|plus)\\s",
            Pattern.CASE_INSENSITIVE);

    /** @param description is asked only where the title says nothing but a brand and a model */
    public static Optional<KindOfThing> of(
            String title, @Nullable String brand, @Nullable String model, @Nullable String description) {
        var name = without(brand, title);
        return afterModel(name, model)
                .or(() -> firstInSmallLetters(name))
                .or(() -> lastNoun(name))
                .or(() -> description == null ? Optional.empty() : lastNoun(without(brand, description)));
    }

    /** What somebody asks for. */
    public static Optional<KindOfThing> askedFor(String query) {
        return lastNoun(query);
    }

    /** Many titles say brand, model, and then in small letters what it is. */
    private static Optional<KindOfThing> afterModel(String name, @Nullable String model) {
        return model == null || model.isBlank() || !name.contains(model)
                ? Optional.empty()
                : kind(inSmallLetters(TitleWords.of(name.substring(name.indexOf(model) + model.length()))));
    }

    /** Others say it in small letters somewhere amid names and figures. */
    private static Optional<KindOfThing> firstInSmallLetters(String name) {
        var words = TitleWords.of(name);
        for (int i = 1; i < words.size(); i++) {
            if (TitleWords.isBetween(words.get(i))) {
                return Optional.empty();
            }
            var phrase = inSmallLetters(words.subList(i, words.size()));
            if (!phrase.isEmpty() && !TitleWords.isPlain(words.get(i - 1))) {
                return kind(phrase);
            }
        }
        return Optional.empty();
    }

    /** The plain words that a text begins with, up to a sign or a word that is none. */
    private static List<String> inSmallLetters(List<String> words) {
        var phrase = new ArrayList<String>();
        for (var word : words) {
            var bare = TitleWords.withoutSignsAfter(word);
            if (!TitleWords.isPlain(bare) && (phrase.isEmpty() || !TitleWords.isShortName(bare))) {
                break;
            }
            phrase.add(bare);
            if (bare.length() < word.length()) {
                break;
            }
        }
        return phrase;
    }

    private static Optional<KindOfThing> lastNoun(String text) {
        var end = END.matcher(text);
        var from = 0;
        // Where nothing stands before the end, it is no end.
        while (end.find(from)) {
            var before = kind(TitleWords.nounsIn(text.substring(0, end.start())));
            if (before.isPresent()) {
                return before;
            }
            from = end.end();
        }
        return kind(TitleWords.nounsIn(text));
    }

    private static Optional<KindOfThing> kind(List<String> words) {
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(new KindOfThing(
                        String.join(" ", words.subList(Math.max(0, words.size() - 3), words.size())), words.getLast()));
    }

    private static String without(@Nullable String brand, String title) {
        return brand != null
                        && title.regionMatches(true, 0, brand, 0, brand.length())
                        && title.length() > brand.length()
                ? title.substring(brand.length())
                : title;
    }
}
