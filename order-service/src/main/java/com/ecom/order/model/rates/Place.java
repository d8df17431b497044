package com.ecom.order.model.rates;

/**
 * Where something is sent, as exactly as rates ask.
 *
 * @param region empty where there is none, or it is not known yet
 * @param postalCode empty where there is none, or it is not known yet
 */
public record Place(String country, String region, String postalCode) {}
