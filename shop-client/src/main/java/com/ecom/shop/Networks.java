package com.ecom.shop;

import java.util.Objects;

/**
 * Addresses for people who are to come from networks of their own, as they do in life: what a shop limits by network would
 * otherwise have to be off wherever many people are played from one machine. From the range for documentation (RFC 3849).
 */
public final class Networks {

    private static final int HALF = 16;

    private Networks() {}

    /** Always the same for the same person: in a /64 of their own. */
    public static String of(String person) {
        var hash = Objects.hash(person);
        return "2001:db8:%x:%x::1".formatted(hash >>> HALF, hash & ((1 << HALF) - 1));
    }
}
