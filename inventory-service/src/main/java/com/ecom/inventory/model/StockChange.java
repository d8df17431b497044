package com.ecom.inventory.model;

/** So many more of a SKU, or fewer. */
public record StockChange(String sku, int delta, String reason) {}
