package com.ecom.order.model.shares;

import com.ecom.order.model.shares.Paid.Part;
import java.util.List;
import java.util.stream.Stream;

/**
 * Of which lines, and of how much of the shipping, a refund is.
 *
 * @param lines those of which something goes back
 */
public record Share(List<Line> lines, Part shipping) {

    public Share {
        lines = List.copyOf(lines);
    }

    public long amount() {
        return all().amount();
    }

    /** That is in the amount. */
    public long tax() {
        return all().tax();
    }

    private Part all() {
        return Stream.concat(lines.stream().map(Line::part), Stream.of(shipping))
                .reduce(Part.NOTHING, Part::plus);
    }

    /** @param units how many come back; none where it is money alone */
    public record Line(String sku, int units, Part part) {}

    /** What of the shipping goes back along with units. */
    public enum ShippingBack {
        NONE,
        /** All that is left of it: the whole order is withdrawn, or a parcel was lost. */
        ALL,
        /** By the value of the units. */
        PROPORTIONATE
    }
}
