package com.ecom.core.text;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * How people name what has an id of ours, aloud and on paper: {@code K7Q-42M-9XC}. Eight characters stand for the random end of
 * the id, so that everything has one from the beginning and nobody can guess the next; the ninth shows that one was misread or
 * that two changed places. Letters that are mistaken for others or for digits do not occur, and are read as those (Crockford's
 * base 32). Two of a million may share one: it finds something only together with what else is known of it.
 */
public record ReadableNumber(String value) {

    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final Pattern FORM = Pattern.compile("[%s]{9}".formatted(DIGITS));
    private static final int BITS = 5;
    private static final int HEX_DIGITS = 10;
    private static final int CHECKED = 8;
    private static final int GROUP = 3;

    public static ReadableNumber of(UUID id) {
        var end = id.toString();
        var bits = Long.parseLong(end.substring(end.length() - HEX_DIGITS), 16);
        var number = new StringBuilder();
        for (int at = CHECKED - 1; at >= 0; at--) {
            number.append(DIGITS.charAt((int) (bits >>> (at * BITS)) & 31));
        }
        return new ReadableNumber(number.append(check(number)).toString());
    }

    /** However it was typed; none if it was mistyped. */
    public static Optional<ReadableNumber> read(String typed) {
        var number = typed.replaceAll("[\\s-]", "")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return FORM.matcher(number).matches() && check(number.substring(0, CHECKED)) == number.charAt(CHECKED)
                ? Optional.of(new ReadableNumber(number))
                : Optional.empty();
    }

    /** How the ids end that have it, in hexadecimal digits. */
    public String endOfId() {
        long bits = 0;
        for (int at = 0; at < CHECKED; at++) {
            bits = bits << BITS | DIGITS.indexOf(value.charAt(at));
        }
        return "%010x".formatted(bits);
    }

    /** In groups, as it is read aloud. */
    @Override
    public String toString() {
        return String.join(
                "-", value.substring(0, GROUP), value.substring(GROUP, 2 * GROUP), value.substring(2 * GROUP));
    }

    /** Each digit counts by another power of 2 in the field of 32 elements, so that no single slip goes unnoticed. */
    private static char check(CharSequence digits) {
        int sum = 0;
        for (int at = 0; at < digits.length(); at++) {
            sum = doubled(sum) ^ DIGITS.indexOf(digits.charAt(at));
        }
        return DIGITS.charAt(doubled(sum));
    }

    private static int doubled(int element) {
        return element < 16 ? element << 1 : element << 1 ^ 0b100101;
    }
}
