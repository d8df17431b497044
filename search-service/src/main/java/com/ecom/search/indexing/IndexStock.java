package com.ecom.search.indexing;

import com.ecom.search.elastic.MergeDocuments;
import com.ecom.search.elastic.SearchSettings;
import com.ecom.search.model.ProductEntry;
import com.ecom.search.model.SkuEntry;
import com.ecom.search.model.SkuStock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.UnaryOperator;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Indexes the stock of SKUs, and copies it to their product once that is known. */
@Component
@RequiredArgsConstructor
class IndexStock {

    private final MergeDocuments mergeDocuments;
    private final SearchSettings settings;
    private final PendingChanges<SkuEntry> batch = new PendingChanges<>(SkuEntry::unknown);

    void collect(SkuStock stock) {
        batch.add(stock.sku(), entry -> entry.with(stock));
    }

    void write() {
        var skus = mergeDocuments.merge(settings.skus(), SkuEntry.class, batch.take());
        var changes = new LinkedHashMap<String, UnaryOperator<@Nullable ProductEntry>>();
        for (var sku : skus.values()) {
            if (sku.productId() != null && sku.level() != null) {
                var stock = List.of(new SkuStock(sku.sku(), sku.level(), sku.version()));
                UnaryOperator<@Nullable ProductEntry> change = it -> it == null ? null : it.withStock(stock);
                changes.merge(sku.productId(), change, (first, second) -> it -> second.apply(first.apply(it)));
            }
        }
        mergeDocuments.merge(settings.products(), ProductEntry.class, changes);
    }
}
