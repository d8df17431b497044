package com.ecom.product.model;

import java.util.List;

/** Inside this service: these products have events to publish. Losing one is harmless. */
public record ProductsChanged(List<String> ids) {}
