package com.ecom.product.model;

import com.ecom.core.money.Money;
import java.util.Map;

/** The thing that is priced, counted and sold. */
public record Variant(String sku, Map<String, String> options, Money price) {}
