package com.ecom.search;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.ecom.search.model.ProductEntry;
import com.ecom.search.model.SkuEntry;
import com.ecom.search.model.SkuStock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps products as the catalogue tells them, a batch at a time. First the product, then whom its SKUs belong to, then
 * what was known of their stock: stock news does the same from the other end, so whichever of the two comes second sees
 * the first. Every step is repeated when a message is, however old it is, and completes what was interrupted.
 */
@Component
class IndexProducts {

    private final Merging merging;
    private final SearchSettings settings;
    private final Batch<ProductEntry> batch = new Batch<>(ProductEntry::unknown);

    IndexProducts(Merging merging, SearchSettings settings) {
        this.merging = merging;
        this.settings = settings;
    }

    void collect(String productId, UnaryOperator<ProductEntry> news) {
        batch.add(productId, news);
    }

    void write() {
        var products = merging.merge(settings.products(), ProductEntry.class, batch.take());
        var skus = claim(products.values());
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
        merging.merge(settings.products(), ProductEntry.class, changes);
    }

    private Collection<SkuEntry> claim(Collection<ProductEntry> products) {
        var claims = new Batch<SkuEntry>(SkuEntry::unknown);
        products.forEach(product ->
                product.skus().forEach(sku -> claims.add(sku, entry -> entry.of(product.productId()))));
        return merging.merge(settings.skus(), SkuEntry.class, claims.take()).values();
    }
}
