package com.ecom.search;

import com.ecom.search.model.ProductEntry;
import com.ecom.search.model.SkuEntry;
import com.ecom.search.model.SkuStock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Notes the stock of SKUs, and passes it on to the product if it is known whose they are. */
@Component
class IndexStock {

    private final Merging merging;
    private final SearchSettings settings;
    private final Batch<SkuEntry> batch = new Batch<>(SkuEntry::unknown);

    IndexStock(Merging merging, SearchSettings settings) {
        this.merging = merging;
        this.settings = settings;
    }

    void collect(SkuStock news) {
        batch.add(news.sku(), entry -> entry.with(news));
    }

    void write() {
        var skus = merging.merge(settings.skus(), SkuEntry.class, batch.take());
        var changes = new LinkedHashMap<String, UnaryOperator<@Nullable ProductEntry>>();
        for (var sku : skus.values()) {
            if (sku.productId() != null && sku.level() != null) {
                var news = List.of(new SkuStock(sku.sku(), sku.level(), sku.version()));
                UnaryOperator<@Nullable ProductEntry> change = it -> it == null ? null : it.withStock(news);
                changes.merge(sku.productId(), change, (first, second) -> it -> second.apply(first.apply(it)));
            }
        }
        merging.merge(settings.products(), ProductEntry.class, changes);
    }
}
