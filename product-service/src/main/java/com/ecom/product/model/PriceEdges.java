package com.ecom.product.model;

import com.ecom.product.model.ProductEvent.PriceChanged;
import java.time.Instant;
import java.util.List;

/** Instants at which sales begin and end, and of which nobody has been told yet. */
public interface PriceEdges {

    List<PriceEdge> until(Instant now, int limit);

    /** Keeps these events and when the next edge is, once: not if another did, or if the product has changed meanwhile. */
    void announce(PriceEdge edge, List<PriceChanged> events, Instant now);

    record PriceEdge(Product product, Instant at) {}
}
