package com.ecom.search.model;

import java.util.Optional;
import java.util.regex.Pattern;

/** What somebody looked for, as it is counted: whatever its case, width and blanks, its first hundred characters. */
public record TypedQuery(String text) {

    private static final int LONGEST = 100;
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cc}");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}]");

    /** An e-mail address, or digits that may be a telephone, card or account number. */
    private static final Pattern PERSONAL = Pattern.compile("@|\\p{Nd}(?:[ ()./+-]{0,3}\\p{Nd}){6}");

    /** @return nothing if nothing is left of it, or if it may name a person */
    public static Optional<TypedQuery> of(String typed) {
        var visible = UNSEEN.matcher(CONTROLS.matcher(typed).replaceAll(" ")).replaceAll("");
        var plain = Phrase.of(visible).text();
        return plain.isEmpty() || PERSONAL.matcher(plain).find()
                ? Optional.empty()
                : Optional.of(new TypedQuery(beginning(plain)));
    }

    private static String beginning(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST)).strip();
    }
}
