package com.ecom.search.model;

import com.ecom.core.money.Money;
import java.util.Map;

/** One of the things that a product is sold as. */
public record SoldVariant(String sku, Map<String, String> options, Money price) {}
