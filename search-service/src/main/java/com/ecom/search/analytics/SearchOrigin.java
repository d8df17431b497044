package com.ecom.search.analytics;

import com.ecom.core.web.ClientNetwork;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.stream.Stream;

/**
 * Where a search comes from, for as long as it is counted.
 *
 * @param network as {@link ClientNetwork} has it; empty if there is no address
 * @param isPrefetching whether a browser looks ahead and nobody has asked yet
 */
public record SearchOrigin(String network, boolean isPrefetching) {

    /** The gateway says the address; whoever is no private peer is not believed about another one. */
    public static SearchOrigin of(HttpServletRequest request) {
        var isPrefetching = Stream.of("Sec-Purpose", "Purpose")
                .map(request::getHeader)
                .anyMatch(it -> it != null && it.startsWith("prefetch"));
        return new SearchOrigin(networkOf(request.getRemoteAddr()), isPrefetching);
    }

    static String networkOf(String address) {
        try {
            return ClientNetwork.of(InetAddress.ofLiteral(address));
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
