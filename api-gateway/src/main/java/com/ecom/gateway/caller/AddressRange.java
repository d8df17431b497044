package com.ecom.gateway.caller;

import java.net.InetAddress;

/** Addresses that begin with the same bits, as in {@code 10.0.0.0/8} or {@code fd00::/8}. */
record AddressRange(InetAddress beginning, int bits) {

    /** @throws IllegalArgumentException if it is neither an address nor a range; no name is ever looked up */
    static AddressRange parse(String text) {
        var parts = text.split("/", 2);
        var address = InetAddress.ofLiteral(parts[0]);
        var bits = parts.length == 1 ? lengthOf(address) : Integer.parseInt(parts[1]);
        if (bits < 0 || bits > lengthOf(address)) {
            throw new IllegalArgumentException("There is no range " + text);
        }
        return new AddressRange(address, bits);
    }

    boolean has(InetAddress address) {
        if (lengthOf(address) != lengthOf(beginning)) {
            return false;
        }
        var bytes = address.getAddress();
        var wanted = beginning.getAddress();
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
