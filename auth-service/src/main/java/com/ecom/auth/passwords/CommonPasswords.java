package com.ecom.auth.passwords;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import me.gosimple.nbvcxz.resources.ConfigurationBuilder;
import me.gosimple.nbvcxz.resources.Dictionary;

/**
 * The most frequently leaked passwords, which accounts may not choose (NIST SP 800-63B, 5.1.1.2; OWASP ASVS 5.0, 6.2.4
 * and 6.2.12). Of the 100,000 commonest, those that are long enough to be chosen here.
 */
public final class CommonPasswords {

    public static final int SHORTEST_PASSWORD = 8;

    /** What comes to mind in front of this shop; a password of these, digits and signs alone is guessed as easily (6.2.11). */
    private static final Pattern OUR_WORDS =
            Pattern.compile("(?:ecom|e-?commerce|shop(?:ping)?|store|customer|guest|account|password|login|welcome"
                    + "|admin(?:istrator)?|support|moderator|catalog|operator|service|[^\\p{L}])+");

    private CommonPasswords() {}

    /** Capital letters make no password less common. */
    static boolean contain(String password) {
        var plain = password.toLowerCase(Locale.ROOT);
        return Known.ONES.contains(plain)
                || (OUR_WORDS.matcher(plain).matches() && plain.chars().anyMatch(Character::isLetter));
    }

    static int count() {
        return Known.ONES.size();
    }

    /** Read when the first password is chosen, not when the service starts. */
    private static final class Known {

        private static final String LEAKED = "passwords";

        static final Set<String> ONES = leaked(ConfigurationBuilder.getDefaultDictionaries());

        private static Set<String> leaked(List<Dictionary> dictionaries) {
            return dictionaries.stream()
                    .filter(it -> it.getDictionaryName().equals(LEAKED))
                    .map(Dictionary::getDictonary)
                    .map(Map::keySet)
                    .flatMap(Set::stream)
                    .filter(it -> it.length() >= SHORTEST_PASSWORD)
                    .collect(Collectors.toUnmodifiableSet());
        }
    }
}
