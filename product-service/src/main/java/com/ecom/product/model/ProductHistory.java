package com.ecom.product.model;

import java.util.List;
import java.util.Optional;

/** Who changed what of a product, as far as it is remembered. */
public interface ProductHistory {

    /** The latest first; nothing if there is no such product. */
    Optional<List<HistoryEntry>> of(String productId);
}
