package com.ecom.product.cataloguing;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.ecom.product.cataloguing.ReadChunk.Line;
import com.ecom.product.model.Product;
import com.ecom.product.model.Product.Change;
import com.ecom.product.model.Products;
import com.ecom.product.model.Slug;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes products be as described. Compares again with whatever somebody else changed meanwhile, a few times. */
@Component
class MergeProducts {

    private static final int ATTEMPTS = 3;

    private final Products products;
    private final Clock clock;

    MergeProducts(Products products, Clock clock) {
        this.products = products;
        this.clock = clock;
    }

    Merged handle(Map<String, Line> wanted) {
        var changed = new LinkedHashSet<String>();
        for (int i = 0; i < ATTEMPTS; i++) {
            var changes = changesFor(wanted);
            changed.addAll(idsOf(changes));
            if (changes.isEmpty() || products.keepWhatIsPossible(changes)) {
                return new Merged(changed, Set.of());
            }
        }
        var refused = idsOf(changesFor(wanted));
        changed.removeAll(refused);
        return new Merged(changed, refused);
    }

    private List<Change> changesFor(Map<String, Line> wanted) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var existing = products.find(wanted.keySet()).stream().collect(toMap(Product::id, identity()));
        return wanted.entrySet().stream()
                .map(it -> change(it.getKey(), it.getValue().body(), existing.get(it.getKey()), now))
                .filter(it -> !it.changesNothing())
                .toList();
    }

    private static Change change(String id, ProductBody body, @Nullable Product existing, Instant now) {
        return existing == null
                ? Product.create(id, body.toContent(Slug.of(body.name(), id)), now)
                : existing.revise(body.toContent(existing.content().slug()), now);
    }

    private static Set<String> idsOf(List<Change> changes) {
        return changes.stream().map(it -> it.product().id()).collect(toSet());
    }

    /** @param refused what would have taken the SKU of another product, or of which too much is yet to be told */
    record Merged(Set<String> changed, Set<String> refused) {}
}
