package com.ecom.inventory.model;

/** What is on the shelf of one SKU. */
public record Stock(String sku, long available, StockLevel level, long version) {}
