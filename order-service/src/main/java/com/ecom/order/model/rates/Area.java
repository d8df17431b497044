package com.ecom.order.model.rates;

/**
 * A country, a region of it, or those of its addresses whose postal codes begin alike.
 *
 * @param region empty for all of them
 * @param postalPrefix empty for all codes
 */
public record Area(String country, String region, String postalPrefix) {

    public static Area country(String country) {
        return new Area(country, "", "");
    }

    boolean contains(Place place) {
        return country.equals(place.country())
                && (region.isEmpty() || region.equals(place.region()))
                && place.postalCode().startsWith(postalPrefix);
    }

    /** Of two areas around a place the one with the longer prefix is the smaller; without any, the one with a region. */
    int narrowness() {
        return 2 * postalPrefix.length() + (region.isEmpty() ? 0 : 1);
    }
}
