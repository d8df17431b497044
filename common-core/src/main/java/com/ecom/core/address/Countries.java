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

    /** Where the post knows no postal codes, or hardly anybody uses them. */
    private static final Set<String> WITHOUT_POSTAL_CODES = Set.of(
            "AE", "AG", "AO", "AQ", "AW", "BF", "BI", "BJ", "BO", "BQ", "BS", "BV", "BW", "BZ", "CD", "CF", "CG", "CI",
            "CK", "CM", "CW", "DJ", "DM", "ER", "FJ", "GA", "GD", "GH", "GM", "GQ", "GY", "HK", "JM", "KI", "KM", "KN",
            "KP", "LC", "LY", "ML", "MO", "MR", "MW", "NA", "NR", "NU", "PA", "QA", "RW", "SB", "SC", "SL", "SR", "SS",
            "ST", "SX", "SY", "TD", "TF", "TG", "TK", "TL", "TO", "TT", "TV", "TZ", "UG", "UM", "VC", "VU", "WS", "YE",
            "ZW");

    private Countries() {}

    public static boolean contain(String code) {
        return CODES.contains(code);
    }

    /** Whether an address there is incomplete without a postal code. */
    public static boolean havePostalCodes(String code) {
        return CODES.contains(code) && !WITHOUT_POSTAL_CODES.contains(code);
    }

    static Set<String> codes() {
        var codes = new TreeSet<>(Set.of(Locale.getISOCountries()));
        codes.add("XK");
        return Set.copyOf(codes);
    }
}
