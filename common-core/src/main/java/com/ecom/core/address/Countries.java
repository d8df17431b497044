package com.ecom.core.address;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The countries that parcels go to, by their two letters: those of ISO 3166-1 and Kosovo, whose XK everybody uses though ISO
 * has none for it. UK (it is GB), ZZ, EU and the like are none.
 */
public final class Countries {

    private static final Set<String> CODES = codes();

    private Countries() {}

    public static boolean contain(String code) {
        return CODES.contains(code);
    }

    /** Whether an address there is incomplete without a postal code: not where the post knows none, or hardly anybody uses them. */
    public static boolean havePostalCodes(String code) {
        return CODES.contains(code) && !CountryRules.withoutPostalCodes().contains(code);
    }

    static Set<String> codes() {
        var codes = new TreeSet<>(Set.of(Locale.getISOCountries()));
        codes.add("XK");
        return Set.copyOf(codes);
    }
}
