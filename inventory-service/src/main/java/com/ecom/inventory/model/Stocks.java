package com.ecom.inventory.model;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The shelf, and the ledger that explains it. Everyone locks it in the order of the SKUs. */
public interface Stocks {

    List<Stock> of(Collection<String> skus);

    /** The same, and nobody else changes them until the transaction ends. */
    List<Stock> lock(Collection<String> skus);

    /**
     * Books the changes, one per SKU, and carries them out; tells the shop where a level has changed.
     *
     * @param ref the order or adjustment that they belong to
     * @return what there was too little of; if that is anything, the caller undoes everything
     */
    List<Shortage> change(UUID ref, List<StockChange> changes);
}
