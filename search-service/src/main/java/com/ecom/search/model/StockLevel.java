package com.ecom.search.model;

/** How a SKU stands for shoppers. */
public enum StockLevel {
    IN_STOCK,
    LOW,
    OUT_OF_STOCK
}
