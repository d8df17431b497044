package com.ecom.inventory.model;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The shelf, and the ledger that explains it. Everyone locks it in the order of the SKUs. */
public interface Stocks {

    List<Stock> of(Collection<String> skus);

    /** The same, and nobody else changes them until the transaction ends. */
    List<Stock> lock(Collection<String> skus);

    /**
     * Books the changes and carries them out, all those of one SKU in one go; publishes where a level has changed.
     *
     * @return what there was too little of; if that is anything, the caller undoes everything
     */
    List<Shortage> change(List<StockChange> changes);

    /** Tells the shop where a level has changed with what was put right past the ledger: by how much, per SKU. */
    void announce(Map<String, Long> deltas);
}
