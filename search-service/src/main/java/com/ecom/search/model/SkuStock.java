package com.ecom.search.model;

/** The stock of one SKU, as of that version. */
public record SkuStock(String sku, StockLevel level, long version) {}
