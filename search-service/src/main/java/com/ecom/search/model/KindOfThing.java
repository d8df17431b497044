package com.ecom.search.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}'’-]+");
    private static final Pattern PLAIN_WORD = Pattern.compile("\\p{Ll}[\\p{L}'’/&-]*");
    private static final Pattern SIGNS_AFTER = Pattern.compile("[^\\p{L}\\p{N}]+$");
    private static final Pattern SIGNS_AROUND = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$");

    /** Words that say how much, how big or in which colour, but never what. */
    private static final Set<String> NEVER_A_THING = Set.of(
            ("mm cm km ft in inch inches kg lb lbs oz ml gb mb tb kb ghz mhz hz kw kwh kva va mah wh dpi rpm ppm mbit gbit mbps gbps "
                            + "pixels pixel pc pcs pack set piece pieces pages sheets black white gray grey silver red blue green yellow "
                            + "cyan magenta brown beige orange purple pink gold golden violet transparent multicolor multicolour "
                            + "metallic stainless glossy matt matte opaque outdoor indoor wireless wired portable unshielded male female gen channels licenses colour color original compatible new full hd uhd led lcd class digital type small medium large "
                            + "light dark wi-fi bluetooth usb ddr sdram dram windows pro")
                    .split(" "));

    /** Things that are written in capitals wherever they stand. */
    private static final Set<String> SHORT_NAMES = Set.of("TV", "PC", "SSD", "HDD", "UPS", "NAS");

    private static final Set<String> BETWEEN =
            Set.of("for", "with", "without", "from", "and", "the", "compatible", "incl", "including", "plus");

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
                : kind(inSmallLetters(wordsOf(name.substring(name.indexOf(model) + model.length()))));
    }

    /** Others say it in small letters somewhere amid names and figures. */
    private static Optional<KindOfThing> firstInSmallLetters(String name) {
        var words = wordsOf(name);
        for (int i = 1; i < words.size(); i++) {
            if (BETWEEN.contains(words.get(i))) {
                return Optional.empty();
            }
            var phrase = inSmallLetters(words.subList(i, words.size()));
            if (!phrase.isEmpty() && !isPlain(words.get(i - 1))) {
                return kind(phrase);
            }
        }
        return Optional.empty();
    }

    /** The plain words that a text begins with, up to a sign or a word that is none. */
    private static List<String> inSmallLetters(List<String> words) {
        var phrase = new ArrayList<String>();
        for (var word : words) {
            var bare = SIGNS_AFTER.matcher(word).replaceAll("");
            if (!isPlain(bare) && (phrase.isEmpty() || !SHORT_NAMES.contains(bare))) {
                break;
            }
            phrase.add(bare);
            if (bare.length() < word.length()) {
                break;
            }
        }
        return phrase;
    }

    private static boolean isPlain(String word) {
        return PLAIN_WORD.matcher(word).matches() && isSomeThing(word);
    }

    private static boolean isSomeThing(String word) {
        return word.length() > 2 && !NEVER_A_THING.contains(word.toLowerCase(Locale.ROOT)) && !BETWEEN.contains(word);
    }

    private static Optional<KindOfThing> lastNoun(String text) {
        var end = END.matcher(text);
        var from = 0;
        // Where nothing stands before the end, it is no end.
        while (end.find(from)) {
            var before = kind(nounsIn(text.substring(0, end.start())));
            if (before.isPresent()) {
                return before;
            }
            from = end.end();
        }
        return kind(nounsIn(text));
    }

    private static List<String> nounsIn(String text) {
        return wordsOf(text).stream()
                .map(it -> SIGNS_AROUND.matcher(it).replaceAll(""))
                .filter(it -> WORD.matcher(it).matches())
                .filter(it -> !NEVER_A_THING.contains(it.toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static Optional<KindOfThing> kind(List<String> words) {
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(new KindOfThing(
                        String.join(" ", words.subList(Math.max(0, words.size() - 3), words.size())), words.getLast()));
    }

    private static List<String> wordsOf(String text) {
        return List.of(BLANKS.split(text.strip(), -1));
    }

    private static String without(@Nullable String brand, String title) {
        return brand != null
                        && title.regionMatches(true, 0, brand, 0, brand.length())
                        && title.length() > brand.length()
                ? title.substring(brand.length())
                : title;
    }
}
