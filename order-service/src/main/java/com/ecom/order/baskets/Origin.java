package com.ecom.order.baskets;

import com.ecom.core.web.ClientNetwork;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * Where an order comes from.
 *
 * @param network as {@link ClientNetwork} has it; nothing for the shop's own
 */
public record Origin(@Nullable String network) {

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
            return new Origin(ClientNetwork.of(parsed));
        } catch (IllegalArgumentException e) {
            return new Origin(null);
        }
    }
}
