package com.ecom.inventory.model;

/** What is on the shelf of one SKU. */
public record Stock(String sku, long available, StockLevel level, long version) {

    /** What the name of a SKU looks like. */
    public static final String SKU = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";
}
