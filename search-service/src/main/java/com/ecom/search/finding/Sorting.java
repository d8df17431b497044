package com.ecom.search.finding;

import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How results may be sorted; what is equal is sorted by its id, so that pages neither overlap nor leave gaps. */
enum Sorting {
    RELEVANCE("relevance"),
    PRICE("price"),
    DEAREST("-price"),
    NAME("name"),
    NEWEST("newest");

    private static final SortOptions TIE = field("productId", SortOrder.Asc);

    final String wireName;

    Sorting(String wireName) {
        this.wireName = wireName;
    }

    static Optional<Sorting> named(@Nullable String name) {
        return Arrays.stream(values()).filter(it -> it.wireName.equals(name)).findFirst();
    }

    boolean isByPrice() {
        return this == PRICE || this == DEAREST;
    }

    List<SortOptions> options() {
        return switch (this) {
            case RELEVANCE -> List.of(SortOptions.of(it -> it.score(score -> score.order(SortOrder.Desc))), TIE);
            case PRICE -> List.of(field("price.amount", SortOrder.Asc), TIE);
            case DEAREST -> List.of(field("price.amount", SortOrder.Desc), TIE);
            case NAME -> List.of(field("name.sorted", SortOrder.Asc), TIE);
            case NEWEST -> List.of(field("updatedAt", SortOrder.Desc), TIE);
        };
    }

    private static SortOptions field(String name, SortOrder order) {
        return SortOptions.of(it -> it.field(field -> field.field(name).order(order)));
    }
}
