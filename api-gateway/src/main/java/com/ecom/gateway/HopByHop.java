package com.ecom.gateway;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.springframework.http.HttpHeaders;

/** Headers that concern one connection and so never go on (RFC 9110, 7.6.1): the known ones, and those that are named. */
final class HopByHop {

    private static final Set<String> KNOWN = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    static {
        KNOWN.addAll(List.of(
                "connection",
                "keep-alive",
                "proxy-authenticate",
                "proxy-authorization",
                "proxy-connection",
                "te",
                "trailer",
                "transfer-encoding",
                "upgrade"));
    }

    private HopByHop() {}

    /** @param headers of the message that {@code Connection} may name more of */
    static Predicate<String> in(HttpHeaders headers) {
        var named = headers.getConnection();
        return named.isEmpty()
                ? KNOWN::contains
                : name -> KNOWN.contains(name) || named.stream().anyMatch(name::equalsIgnoreCase);
    }
}
