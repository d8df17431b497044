package com.ecom.search.model;

import org.jspecify.annotations.Nullable;

/**
 * Which product a SKU belongs to and its stock level. Stock events name SKUs and search needs products; either may
 * arrive first.
 */
public record SkuEntry(
        String sku, @Nullable String productId, @Nullable StockLevel level, long version) {

    public static SkuEntry unknown(String sku) {
        return new SkuEntry(sku, null, null, -1);
    }

    public SkuEntry of(String product) {
        return new SkuEntry(sku, product, level, version);
    }

    public SkuEntry with(SkuStock stock) {
        return stock.version() > version ? new SkuEntry(sku, productId, stock.level(), stock.version()) : this;
    }
}
