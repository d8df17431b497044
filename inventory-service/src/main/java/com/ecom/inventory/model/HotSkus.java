package com.ecom.inventory.model;

import java.time.Duration;
import java.util.List;

/**
 * SKUs that everybody wants at once: their stock lies in several buckets, so that buyers do not queue for one row. No
 * unit is lost or gained by becoming hot or ordinary again, and buyers need not know.
 */
public interface HotSkus {

    List<Hot> all();

    /**
     * Chosen by hand, it stays hot however little it is wanted. Does nothing more if it is hot already.
     *
     * @throws InventoryRefusal.NoSuchSku if nothing of that name is in the catalogue
     */
    void heat(String sku, Choice choice);

    /**
     * Does nothing if it is ordinary already.
     *
     * @throws InventoryRefusal.NoSuchSku if nothing of that name is in the catalogue
     */
    void cool(String sku);

    /** Spreads evenly whatever lies in one bucket more than four times as high as in another. */
    void even();

    /** Publishes which hot SKUs have reached another level since the last event. */
    void announce();

    /**
     * Since this was asked last, by this instance: SKUs with that many changes at least, of which every twentieth took
     * longer than that, the slowest first.
     */
    List<String> waitedFor(Duration slowAfter, int least);

    /** Those that got hot by load, and whose buyers have not had to wait for ten minutes. */
    List<String> coolAgain();

    enum Choice {
        BY_HAND,
        BY_LOAD
    }

    /** @param announced the level that was last published */
    record Hot(String sku, Choice chosen, StockLevel announced) {}
}
