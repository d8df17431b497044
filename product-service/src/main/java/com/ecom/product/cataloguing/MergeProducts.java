package com.ecom.product.cataloguing;

import static java.util.Objects.requireNonNullElse;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.ecom.product.cataloguing.ReadChunk.Line;
import com.ecom.product.model.Imports.OnConflict;
import com.ecom.product.model.Imports.ProductImport;
import com.ecom.product.model.Media;
import com.ecom.product.model.Product;
import com.ecom.product.model.Product.Change;
import com.ecom.product.model.Products;
import com.ecom.product.model.Slug;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Creates and updates products as described. Repeats the comparison a few times after concurrent changes. */
@Component
@RequiredArgsConstructor
class MergeProducts {

    private static final int ATTEMPTS = 3;

    private final Products products;
    private final Clock clock;

    Merged handle(Map<String, Line> wanted, ProductImport by) {
        var onConflict = by.onConflict();
        var changed = new LinkedHashSet<String>();
        for (int i = 0; i < ATTEMPTS; i++) {
            var compared = compare(wanted, by);
            var changes = compared.changes;
            changed.addAll(idsOf(changes));
            if (changes.isEmpty() || products.saveWhatIsPossible(changes)) {
                return compared.merged(changed, Set.of(), onConflict);
            }
        }
        var last = compare(wanted, by);
        var taken = idsOf(last.changes);
        changed.removeAll(taken);
        return last.merged(changed, taken, onConflict);
    }

    private Compared compare(Map<String, Line> wanted, ProductImport by) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var existing = products.find(wanted.keySet()).stream().collect(toMap(Product::id, identity()));
        var changes = new ArrayList<Change>();
        var conflicts = new LinkedHashSet<String>();
        wanted.forEach((id, line) -> {
            var before = existing.get(id);
            var change = change(id, line, before, now);
            if (change.changesNothing()) {
                return;
            }
            if (before != null && before.editedByStaff() && by.onConflict() != OnConflict.REPLACE) {
                conflicts.add(id);
            } else {
                changes.add(change.byImport(by.startedBy(), by.name()));
            }
        });
        return new Compared(changes, conflicts);
    }

    /** A line that says nothing of pictures changes none. */
    private static Change change(String id, Line line, @Nullable Product existing, Instant now) {
        var body = line.body();
        if (existing == null) {
            var media = requireNonNullElse(line.media(), List.<Media>of());
            return Product.create(id, body.toContent(Slug.of(body.name(), id), media, line.type()), now);
        }
        var before = existing.content();
        var media = requireNonNullElse(line.media(), before.media());
        return existing.revise(body.toContent(before.slug(), media, line.type()), now);
    }

    private static Set<String> idsOf(List<Change> changes) {
        return changes.stream().map(it -> it.product().id()).collect(toSet());
    }

    /** @param conflicts products that people decided about, and that are to stay */
    private record Compared(List<Change> changes, Set<String> conflicts) {

        Merged merged(Set<String> changed, Set<String> taken, OnConflict onConflict) {
            var refused = new LinkedHashMap<String, String>();
            taken.forEach(it -> refused.put(it, "belongs to another product, or has changed too often lately"));
            if (onConflict == OnConflict.FAIL) {
                conflicts.forEach(it -> refused.put(it, "was changed by staff"));
            }
            return new Merged(changed, refused, onConflict == OnConflict.KEEP ? conflicts : Set.of());
        }
    }

    /**
     * @param refused and why: products whose SKU is taken, whose events are backlogged, or
     *     that people decided about
     * @param kept what stays as people decided
     */
    record Merged(Set<String> changed, Map<String, String> refused, Set<String> kept) {}
}
