package com.ecom.order.model.totals;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is shopping, as far as it matters for what it costs.
 *
 * @param country where to
 * @param exemption why no tax is charged, where none is
 */
public record Shopper(
        boolean account,
        boolean firstOrder,
        Set<String> groups,
        String country,
        @Nullable Exemption exemption) {

    public Shopper {
        groups = Set.copyOf(groups);
    }

    public enum Exemption {
        /** A business in another member state, which pays the tax itself. */
        REVERSE_CHARGE,
        /** The goods leave the area of the tax. */
        EXPORT,
        /** Whoever sells it on charges the tax. */
        RESALE
    }
}
