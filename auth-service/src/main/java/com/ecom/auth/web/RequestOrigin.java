package com.ecom.auth.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Where a request comes from: good for session lists and throttling, never for authentication.
 *
 * @param device what the client calls itself
 * @param network the address, of IPv6 the first 64 bits, for that is what one household has; absent where we see only
 *     our own machines because no proxy forwarded the client's address
 */
public record RequestOrigin(String device, @Nullable String network) {

    private static final int LONGEST = 200;
    private static final int IPV6_PREFIX_BYTES = 8;

    public static RequestOrigin of(HttpServletRequest request) {
        var device = request.getHeader("User-Agent");
        return new RequestOrigin(device == null ? "" : readable(device), networkOf(request.getRemoteAddr()));
    }

    private static String readable(String device) {
        var clean = device.replaceAll("[^ -~]", "");
        return clean.substring(0, Math.min(LONGEST, clean.length()));
    }

    static @Nullable String networkOf(String address) {
        try {
            var parsed = InetAddress.ofLiteral(address);
            if (parsed.isLoopbackAddress()
                    || parsed.isSiteLocalAddress()
                    || parsed.isLinkLocalAddress()
                    || parsed.isAnyLocalAddress()) {
                return null;
            }
            var bytes = parsed.getAddress();
            return bytes.length == 4
                    ? parsed.getHostAddress()
                    : HexFormat.of().formatHex(Arrays.copyOf(bytes, IPV6_PREFIX_BYTES));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
