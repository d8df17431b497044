package com.ecom.gateway.caller;

import java.net.InetAddress;

/** A CIDR range of addresses, as in {@code 10.0.0.0/8} or {@code fd00::/8}. */
record AddressRange(InetAddress first, int bits) {

    /** @throws IllegalArgumentException if it is neither an address nor a range; never resolves a host name */
    static AddressRange parse(String text) {
        var parts = text.split("/", 2);
        var address = InetAddress.ofLiteral(parts[0]);
        var bits = parts.length == 1 ? lengthOf(address) : Integer.parseInt(parts[1]);
        if (bits < 0 || bits > lengthOf(address)) {
            throw new IllegalArgumentException("There is no range " + text);
        }
        return new AddressRange(address, bits);
    }

    boolean contains(InetAddress address) {
        if (lengthOf(address) != lengthOf(first)) {
            return false;
        }
        var bytes = address.getAddress();
        var wanted = first.getAddress();
        for (int bit = 0; bit < bits; bit++) {
            if (((bytes[bit / 8] ^ wanted[bit / 8]) >> (7 - bit % 8) & 1) != 0) {
                return false;
            }
        }
        return true;
    }

    private static int lengthOf(InetAddress address) {
        return address.getAddress().length * Byte.SIZE;
    }
}
