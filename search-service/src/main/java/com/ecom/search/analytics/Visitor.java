package com.ecom.search.analytics;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;

/**
 * Where a search comes from, for as long as it is counted.
 *
 * @param network the first three bytes of an IPv4 address, the first eight of an IPv6 one, as hexadecimal digits
 * @param isPrefetching whether a browser looks ahead and nobody has asked yet
 */
public record Visitor(String network, boolean isPrefetching) {

    private static final int IPV4_BYTES = 4;
    private static final int IPV4_PREFIX_BYTES = 3;
    private static final int IPV6_PREFIX_BYTES = 8;

    /** The gateway says the address; whoever is no private peer is not believed about another one. */
    public static Visitor of(HttpServletRequest request) {
        var isPrefetching = Stream.of("Sec-Purpose", "Purpose")
                .map(request::getHeader)
                .anyMatch(it -> it != null && it.startsWith("prefetch"));
        return new Visitor(networkOf(request.getRemoteAddr()), isPrefetching);
    }

    static String networkOf(String address) {
        try {
            var bytes = InetAddress.ofLiteral(address).getAddress();
            var length = bytes.length == IPV4_BYTES ? IPV4_PREFIX_BYTES : IPV6_PREFIX_BYTES;
            return HexFormat.of().formatHex(Arrays.copyOf(bytes, length));
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
