package com.ecom.inventory.model;

import java.util.UUID;

/**
 * So many more of a SKU, or fewer.
 *
 * @param ref the order or adjustment that it belongs to
 */
public record StockChange(UUID ref, String sku, int delta, String reason) {}
