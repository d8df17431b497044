package com.ecom.search.model;

/** What buyers think of a product, as of that version. */
public record Rating(double average, long count, long version) {}
