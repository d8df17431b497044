package com.ecom.product.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An address that a product had until then. It leads to the product for as long as no other takes it. */
public record FormerSlug(String slug, Instant until) {

    /** Of one product; the oldest lead nowhere again. */
    static final int MOST = 20;

    /** What it was called before, the latest last; never what it is called again. */
    static List<FormerSlug> after(List<FormerSlug> earlier, String before, String next, Instant now) {
        if (before.equals(next)) {
            return earlier;
        }
        var all = new ArrayList<>(earlier);
        all.removeIf(it -> it.slug.equals(before) || it.slug.equals(next));
        all.add(new FormerSlug(before, now));
        return List.copyOf(all.subList(Math.max(0, all.size() - MOST), all.size()));
    }
}
