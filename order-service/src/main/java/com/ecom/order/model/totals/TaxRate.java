package com.ecom.order.model.totals;

import java.util.List;

/**
 * A rate of tax; what has the same one is taxed, and rounded, together.
 *
 * @param ppm in millionths: 88,750 are 8.875 %
 * @param code under which the tax is reported, empty where there is none
 * @param parts of which the rate is the sum, where several authorities share it
 */
public record TaxRate(int ppm, String code, List<Part> parts) {

    public static final TaxRate NONE = new TaxRate(0, "", List.of());

    public TaxRate {
        parts = List.copyOf(parts);
        if (ppm < 0 || (!parts.isEmpty() && parts.stream().mapToInt(Part::ppm).sum() != ppm)) {
            throw new IllegalArgumentException("A rate of %d is not the sum of %s".formatted(ppm, parts));
        }
    }

    public record Part(String name, int ppm) {}
}
