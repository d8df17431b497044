package com.ecom.gateway.forwarding;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.AsciiString;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Headers of one connection, which a proxy never forwards (RFC 9110, 7.6.1): the standard ones, and those in Connection. */
final class HopByHopHeaders {

    private static final List<AsciiString> KNOWN = Stream.of(
                    "connection",
                    "keep-alive",
                    "proxy-authenticate",
                    "proxy-authorization",
                    "proxy-connection",
                    "te",
                    "trailer",
                    "transfer-encoding",
                    "upgrade")
            .map(AsciiString::cached)
            .toList();

    private HopByHopHeaders() {}

    /** @param headers of the message, whose {@code Connection} may name further ones */
    static Predicate<CharSequence> in(HttpHeaders headers) {
        if (!headers.contains(HttpHeaderNames.CONNECTION)) {
            return HopByHopHeaders::isKnown;
        }
        var named = headers.getAll(HttpHeaderNames.CONNECTION).stream()
                .flatMap(it -> Stream.of(it.split(",", -1)))
                .map(String::strip)
                .toList();
        return name -> isKnown(name) || named.stream().anyMatch(it -> AsciiString.contentEqualsIgnoreCase(it, name));
    }

    private static boolean isKnown(CharSequence name) {
        for (var known : KNOWN) {
            if (known.contentEqualsIgnoreCase(name)) {
                return true;
            }
        }
        return false;
    }
}
