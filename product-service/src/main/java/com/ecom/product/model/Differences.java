package com.ecom.product.model;

import com.ecom.core.money.Money;
import com.ecom.product.model.HistoryEntry.FieldChange;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What two descriptions of a product do not have in common, as people read it. */
final class Differences {

    /** A product has hundreds of fields at most, and a change that touches more of them is told by its first ones. */
    static final int MOST = 30;

    private static final int LONGEST = 100;

    private Differences() {}

    static List<FieldChange> between(Content before, Content after) {
        var old = fieldsOf(before);
        var now = fieldsOf(after);
        var names = new LinkedHashSet<>(old.keySet());
        names.addAll(now.keySet());
        return names.stream()
                .filter(it -> !Objects.equals(old.get(it), now.get(it)))
                .limit(MOST)
                .map(it -> new FieldChange(it, shortened(old.get(it)), shortened(now.get(it))))
                .toList();
    }

    private static Map<String, @Nullable Object> fieldsOf(Content it) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("name", it.name());
        fields.put("slug", it.slug());
        fields.put("active", it.active());
        fields.put("publishFrom", it.published().from());
        fields.put("publishUntil", it.published().until());
        it.variants().forEach(variant -> fields.put("variants." + variant.sku(), told(variant)));
        fields.put("brand", it.brand());
        fields.put("category", it.category());
        fields.put("productType", it.typeCode());
        fields.put("description", it.description());
        fields.put("imageUrls", it.imageUrls().isEmpty() ? null : it.imageUrls());
        fields.put(
                "media",
                it.media().isEmpty()
                        ? null
                        : it.media().stream().map(Media::toString).toList());
        it.attributes().forEach((name, value) -> fields.put("attributes." + name, value));
        return fields;
    }

    private static String told(Variant it) {
        var price = told(it.price());
        var sale = it.sale();
        var reduced = sale == null
                ? price
                : "%s, %s from %s until %s"
                        .formatted(
                                price,
                                told(new Money(sale.amount(), it.price().currency())),
                                sale.from(),
                                sale.until());
        return it.options().isEmpty() ? reduced : "%s %s".formatted(reduced, it.options());
    }

    private static String told(Money it) {
        return "%d %s".formatted(it.amount(), it.currency());
    }

    /** Never in the middle of a character. */
    private static @Nullable String shortened(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        var text = value.toString();
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
