package com.ecom.order.baskets;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Where an order comes from.
 *
 * @param network the first three bytes of an IPv4 address, the first eight of an IPv6 one; nothing for the shop's own
 */
public record Origin(@Nullable String network) {

    private static final int IPV4_BYTES = 4;
    private static final int IPV4_PREFIX_BYTES = 3;
    private static final int IPV6_PREFIX_BYTES = 8;

    /** The gateway says the address; whoever is no private peer is not believed about another one. */
    public static Origin of(HttpServletRequest request) {
        return of(request.getRemoteAddr());
    }

    static Origin of(String address) {
        try {
            var parsed = InetAddress.ofLiteral(address);
            if (parsed.isLoopbackAddress()
                    || parsed.isSiteLocalAddress()
                    || parsed.isLinkLocalAddress()
                    || parsed.isAnyLocalAddress()) {
                return new Origin(null);
            }
            var bytes = parsed.getAddress();
            var prefix = bytes.length == IPV4_BYTES ? IPV4_PREFIX_BYTES : IPV6_PREFIX_BYTES;
            return new Origin(HexFormat.of().formatHex(Arrays.copyOf(bytes, prefix)));
        } catch (IllegalArgumentException e) {
            return new Origin(null);
        }
    }
}
