package com.ecom.product.model;

/** Whether shoppers see a product. It is never stored: it follows from what staff decided, and from the time. */
public enum ProductState {
    /** Staff work on it. */
    DRAFT,
    /** Shoppers will see it from a known instant on. */
    SCHEDULED,
    /** Shoppers see it, and can buy it. */
    PUBLISHED,
    /** Staff took it away, or its time is over. */
    ARCHIVED
}
