package com.ecom.gateway.caller;

import com.ecom.core.web.ClientNetwork;
import com.ecom.gateway.settings.TrafficProperties;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/**
 * The client address of a request: the peer of the connection or, if that is a trusted proxy, the last hop of
 * {@code X-Forwarded-For} that is none. A client can forge every hop to the left of it.
 */
@Component
@Slf4j
public class CallerAddress {

    public static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final String PROTOCOL = "X-Forwarded-Proto";

    private final List<AddressRange> proxies;
    private final AtomicBoolean warned = new AtomicBoolean();

    CallerAddress(TrafficProperties traffic) {
        this.proxies =
                traffic.trustedProxies().stream().map(AddressRange::parse).toList();
    }

    /**
     * The address as a key to count by. A client with one IPv6 address usually has 2^64 of them, so a /64 counts as one
     * address.
     */
    public String of(@Nullable InetSocketAddress peer, HttpHeaders headers) {
        var caller = find(peer, headers);
        return caller == null ? "unknown" : name(caller);
    }

    /** The network of the address, as {@link ClientNetwork} has it. */
    public String networkOf(ServerHttpRequest request) {
        var caller = find(request.getRemoteAddress(), request.getHeaders());
        return caller == null ? "unknown" : ClientNetwork.of(caller);
    }

    /** The address itself; null only if the connection is closed already. */
    @Nullable
    public InetAddress find(@Nullable InetSocketAddress peer, HttpHeaders headers) {
        if (peer == null || peer.getAddress() == null) {
            return null;
        }
        if (!isTrusted(peer.getAddress())) {
            warnOnce(peer.getAddress(), headers);
            return peer.getAddress();
        }
        var hops = headers.getOrEmpty(FORWARDED_FOR).stream()
                .flatMap(it -> Arrays.stream(it.split(",", -1)))
                .map(String::trim)
                .toList();
        var caller = peer.getAddress();
        for (int index = hops.size() - 1; index >= 0 && isTrusted(caller); index--) {
            var hop = parse(hops.get(index));
            if (hop == null) {
                break;
            }
            caller = hop;
        }
        return caller;
    }

    /** Whether a trusted proxy says that it received the request over TLS. */
    public boolean isEncrypted(@Nullable InetSocketAddress peer, HttpHeaders headers) {
        return "https".equals(headers.getFirst(PROTOCOL))
                && peer != null
                && peer.getAddress() != null
                && isTrusted(peer.getAddress());
    }

    /** Behind a proxy that is not configured, all callers would count as one. */
    private void warnOnce(InetAddress peer, HttpHeaders headers) {
        if (peer.isSiteLocalAddress() && headers.containsHeader(FORWARDED_FOR) && warned.compareAndSet(false, true)) {
            log.warn(
                    "What {} says of where requests come from is not believed; if it is a proxy of the shop, name it in"
                            + " ecom.traffic.trusted-proxies",
                    peer.getHostAddress());
        }
    }

    private boolean isTrusted(InetAddress address) {
        return proxies.stream().anyMatch(it -> it.contains(address));
    }

    private static @Nullable InetAddress parse(String hop) {
        try {
            return InetAddress.ofLiteral(hop);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String name(InetAddress address) {
        return address instanceof Inet6Address ? ClientNetwork.of(address) : address.getHostAddress();
    }
}
