package com.ecom.inventory.model;

/** How a SKU stands for shoppers. */
public enum StockLevel {
    IN_STOCK,
    LOW,
    OUT_OF_STOCK;

    /** @param low from how few on shoppers see that few are left */
    public static StockLevel of(long available, long low) {
        if (available == 0) {
            return OUT_OF_STOCK;
        }
        return available <= low ? LOW : IN_STOCK;
    }
}
