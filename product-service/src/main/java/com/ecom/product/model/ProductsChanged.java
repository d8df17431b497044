package com.ecom.product.model;

import java.util.List;

/** Inside this service: these products have something to tell. Losing one is harmless. */
public record ProductsChanged(List<String> ids) {}
