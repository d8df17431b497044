package com.ecom.product.model;

import java.time.Instant;
import java.util.List;

/** Instants at which products change by the time alone, and of which nobody has been told yet. */
public interface Edges {

    List<Edge> until(Instant now, int limit);

    /** Keeps these events and when the next edge is, once: not if another did, or if the product has changed meanwhile. */
    void announce(Edge edge, List<ProductEvent> events, Instant now);

    record Edge(Product product, Instant at) {}
}
