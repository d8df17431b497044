package com.ecom.auth;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import me.gosimple.nbvcxz.resources.ConfigurationBuilder;
import me.gosimple.nbvcxz.resources.Dictionary;

/**
 * Passwords that everybody tries first, because they have leaked so often: nobody may choose one (NIST SP 800-63B, 5.1.1.2;
 * OWASP ASVS 5.0, 6.2.4 and 6.2.12). Of the 100,000 commonest, those that are long enough to be chosen here.
 */
final class CommonPasswords {

    static final int SHORTEST_PASSWORD = 8;

    private CommonPasswords() {}

    /** Capital letters make no password less common. */
    static boolean contain(String password) {
        return Known.ONES.contains(password.toLowerCase(Locale.ROOT));
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
