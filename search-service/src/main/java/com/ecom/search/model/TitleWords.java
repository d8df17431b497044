package com.ecom.search.model;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The words of a title, and which of them can name a thing. */
final class TitleWords {

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

    private TitleWords() {}

    static List<String> of(String text) {
        return List.of(BLANKS.split(text.strip(), -1));
    }

    static String withoutSignsAfter(String word) {
        return SIGNS_AFTER.matcher(word).replaceAll("");
    }

    static boolean isShortName(String word) {
        return SHORT_NAMES.contains(word);
    }

    static boolean isBetween(String word) {
        return BETWEEN.contains(word);
    }

    static boolean isPlain(String word) {
        return PLAIN_WORD.matcher(word).matches() && isSomeThing(word);
    }

    private static boolean isSomeThing(String word) {
        return word.length() > 2 && !NEVER_A_THING.contains(word.toLowerCase(Locale.ROOT)) && !BETWEEN.contains(word);
    }

    static List<String> nounsIn(String text) {
        return of(text).stream()
                .map(it -> SIGNS_AROUND.matcher(it).replaceAll(""))
                .filter(it -> WORD.matcher(it).matches())
                .filter(it -> !NEVER_A_THING.contains(it.toLowerCase(Locale.ROOT)))
                .toList();
    }
}
