package com.ecom.inventory.model;

/** A line that could not be held. */
public record Shortage(String sku, int requested, long available) {}
