package com.ecom.search.model;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * A value of an attribute by which shoppers narrow what they look for, such as {@code colour:red}.
 *
 * @param attribute without a colon
 */
public record FacetValue(String attribute, String value) {

    /** What every name of an attribute and every value look like, with a colon between them. */
    public static final String PATTERN = "[a-z][a-z0-9_]{0,49}:[^\\p{Cntrl}]{1,100}";

    private static final Pattern CHOSEN = Pattern.compile(PATTERN);

    /** @param value a text, a truth or a number, which has no zeros at its end */
    public static FacetValue of(String attribute, Object value) {
        var text = value instanceof Number number
                ? new BigDecimal(number.toString()).stripTrailingZeros().toPlainString()
                : value.toString();
        return new FacetValue(attribute, text);
    }

    /** Nobody narrows by a paragraph. */
    public boolean canBeChosen() {
        return CHOSEN.matcher(toString()).matches();
    }

    public static FacetValue parse(String text) {
        var colon = text.indexOf(':');
        return new FacetValue(text.substring(0, colon), text.substring(colon + 1));
    }

    @Override
    public String toString() {
        return attribute + ":" + value;
    }
}
