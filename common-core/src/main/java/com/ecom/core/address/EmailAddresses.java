package com.ecom.core.address;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which e-mail addresses are accepted, and the one form in which they are kept and mailed. Whatever mail server carries
 * it, a mail to that form goes to the mailbox that was typed, or nowhere.
 *
 * <p>Blanks at the ends are dropped. Before the {@code @} there are ASCII letters, digits and signs, without quotes (RFC
 * 5321, dot-string): few servers carry anything else (SMTPUTF8). Behind it is the name of a domain below another; an
 * internationalised one becomes Punycode (IDNA). Names that the two versions of IDNA read differently, with ß or ς, and
 * addresses of machines ({@code [127.0.0.1]}) are refused.
 */
public final class EmailAddresses {

    public static final int LONGEST = 254;

    private static final int LONGEST_LOCAL_PART = 64;
    private static final int LONGEST_DOMAIN = 253;
    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final Pattern LOCAL_PART = Pattern.compile(ATOM + "(\\." + ATOM + ")*");
    private static final Pattern DOMAIN = Pattern.compile(
            "([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?", Pattern.CASE_INSENSITIVE);
    private static final Pattern READ_IN_TWO_WAYS = Pattern.compile("[ßς\u200C\u200D]");

    private EmailAddresses() {}

    /** The form in which the address is kept and mailed; empty if it is none that everybody can reach. */
    public static Optional<String> reachable(String typed) {
        var address = typed.strip();
        var at = address.lastIndexOf('@');
        if (address.length() > LONGEST || at < 1 || at > LONGEST_LOCAL_PART) {
            return Optional.empty();
        }
        var localPart = address.substring(0, at);
        if (!LOCAL_PART.matcher(localPart).matches()) {
            return Optional.empty();
        }
        return domain(address.substring(at + 1)).map(it -> localPart + "@" + it).filter(it -> it.length() <= LONGEST);
    }

    private static Optional<String> domain(String typed) {
        if (READ_IN_TWO_WAYS.matcher(typed).find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(IDN.toASCII(typed, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT))
                    .filter(it -> it.length() <= LONGEST_DOMAIN)
                    .filter(it -> DOMAIN.matcher(it).matches());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
