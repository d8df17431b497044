package com.ecom.product.model;

/** @param version grows with every change of it */
public record Rating(long count, double average, long version) {}
