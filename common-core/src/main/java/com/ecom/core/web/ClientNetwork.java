package com.ecom.core.web;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;

/** The network of an address, of which one client can usually use every address: an IPv4 /24, an IPv6 /64. */
public final class ClientNetwork {

    private static final int IPV4_PREFIX_BYTES = 3;
    private static final int IPV6_PREFIX_BYTES = 8;

    private ClientNetwork() {}

    /** Its first bytes, as hexadecimal digits. */
    public static String of(InetAddress address) {
        var bytes = address instanceof Inet6Address ? IPV6_PREFIX_BYTES : IPV4_PREFIX_BYTES;
        return HexFormat.of().formatHex(address.getAddress(), 0, bytes);
    }
}
