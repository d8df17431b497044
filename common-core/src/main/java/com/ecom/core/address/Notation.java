package com.ecom.core.address;

import java.util.regex.Pattern;

/**
 * How something is written in a country.
 *
 * @param pattern of the whole of it
 * @param example for whoever has to correct theirs
 */
record Notation(Pattern pattern, String example) {

    boolean matches(String written) {
        return pattern.matcher(written).matches();
    }
}
