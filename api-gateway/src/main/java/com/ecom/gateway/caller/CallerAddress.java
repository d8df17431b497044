package com.ecom.gateway.caller;

import com.ecom.gateway.settings.TrafficProperties;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * Where a request really comes from: the peer of the connection or, if that is a proxy of ours, the last hop that the
 * proxies of ours name and that is none of them. What stands to the left of it anybody can write.
 */
@Component
public class CallerAddress {

    public static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final String PROTOCOL = "X-Forwarded-Proto";
    private static final int NETWORK_BYTES = 8;
    private static final int NETWORK_BYTES_OF_IPV4 = 3;

    private static final Logger log = LoggerFactory.getLogger(CallerAddress.class);

    private final List<AddressRange> proxies;
    private final AtomicBoolean warned = new AtomicBoolean();

    CallerAddress(TrafficProperties traffic) {
        this.proxies = traffic.trustedProxies().stream().map(AddressRange::parse).toList();
    }

    /**
     * The address as a name to count by. Whoever has one IPv6 address usually has 2^64 of them, so those of a /64 count
     * as one.
     */
    public String of(@Nullable InetSocketAddress peer, HttpHeaders headers) {
        var caller = find(peer, headers);
        return caller == null ? "unknown" : name(caller);
    }

    /** All addresses that somebody who has one of them can usually have: an IPv4 /24, an IPv6 /64. */
    public String networkOf(ServerHttpRequest request) {
        var caller = find(request.getRemoteAddress(), request.getHeaders());
        if (caller == null) {
            return "unknown";
        }
        var bytes = caller instanceof Inet6Address ? NETWORK_BYTES : NETWORK_BYTES_OF_IPV4;
        return HexFormat.of().formatHex(caller.getAddress(), 0, bytes);
    }

    /** The address itself; none only if the connection is gone already. */
    @Nullable
    public InetAddress find(@Nullable InetSocketAddress peer, HttpHeaders headers) {
        if (peer == null || peer.getAddress() == null) {
            return null;
        }
        if (!isOurs(peer.getAddress())) {
            warnOnce(peer.getAddress(), headers);
            return peer.getAddress();
        }
        var hops = headers.getOrEmpty(FORWARDED_FOR).stream()
                .flatMap(it -> Arrays.stream(it.split(",", -1)))
                .map(String::trim)
                .toList();
        var caller = peer.getAddress();
        for (int index = hops.size() - 1; index >= 0 && isOurs(caller); index--) {
            var hop = parse(hops.get(index));
            if (hop == null) {
                break;
            }
            caller = hop;
        }
        return caller;
    }

    /** Whether a proxy of ours says that the request came to it over TLS. */
    public boolean isEncrypted(@Nullable InetSocketAddress peer, HttpHeaders headers) {
        return "https".equals(headers.getFirst(PROTOCOL))
                && peer != null
                && peer.getAddress() != null
                && isOurs(peer.getAddress());
    }

    /** Behind a proxy that nobody named, everybody would be counted as one. */
    private void warnOnce(InetAddress peer, HttpHeaders headers) {
        if (peer.isSiteLocalAddress() && headers.containsHeader(FORWARDED_FOR) && warned.compareAndSet(false, true)) {
            log.warn(
                    "What {} says of where requests come from is not believed; if it is a proxy of the shop, name it in"
                            + " ecom.traffic.trusted-proxies",
                    peer.getHostAddress());
        }
    }

    private boolean isOurs(InetAddress address) {
        return proxies.stream().anyMatch(it -> it.has(address));
    }

    private static @Nullable InetAddress parse(String hop) {
        try {
            return InetAddress.ofLiteral(hop);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String name(InetAddress address) {
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(address.getAddress(), 0, NETWORK_BYTES)
                : address.getHostAddress();
    }
}
