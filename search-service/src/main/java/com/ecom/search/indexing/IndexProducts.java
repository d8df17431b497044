package com.ecom.search.indexing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.ecom.search.elastic.MergeDocuments;
import com.ecom.search.elastic.SearchSettings;
import com.ecom.search.model.ProductEntry;
import com.ecom.search.model.SkuEntry;
import com.ecom.search.model.SkuStock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.function.UnaryOperator;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Indexes products in batches: first the product, then the owner of its SKUs, then their known stock. {@link
 * IndexStock} does the same from the other end, so the second of the two always sees the first. Every step is repeated
 * when a message is, however old it is, and completes what was interrupted.
 */
@Component
@RequiredArgsConstructor
class IndexProducts {

    private final MergeDocuments mergeDocuments;
    private final SearchSettings settings;
    private final PendingChanges<ProductEntry> batch = new PendingChanges<>(ProductEntry::unknown);

    void collect(String productId, UnaryOperator<ProductEntry> change) {
        batch.add(productId, change);
    }

    void write() {
        var products = mergeDocuments.merge(settings.products(), ProductEntry.class, batch.take());
        var skus = assignSkus(products.values());
        var stock = skus.stream()
                .filter(it -> it.level() != null)
                .collect(groupingBy(
                        it -> Objects.requireNonNull(it.productId()),
                        mapping(
                                it -> new SkuStock(it.sku(), Objects.requireNonNull(it.level()), it.version()),
                                toList())));
        var changes = new LinkedHashMap<String, UnaryOperator<@Nullable ProductEntry>>();
        stock.forEach(
                (product, levels) -> changes.put(product, entry -> entry == null ? null : entry.withStock(levels)));
        mergeDocuments.merge(settings.products(), ProductEntry.class, changes);
    }

    private Collection<SkuEntry> assignSkus(Collection<ProductEntry> products) {
        var claims = new PendingChanges<SkuEntry>(SkuEntry::unknown);
        products.forEach(product ->
                product.skus().forEach(sku -> claims.add(sku, entry -> entry.of(product.productId()))));
        return mergeDocuments
                .merge(settings.skus(), SkuEntry.class, claims.take())
                .values();
    }
}
