package com.ecom.core.address;

/** Telephone numbers as people write them: digits, with the signs that group them, and a plus before the country. */
public final class PhoneNumber {

    public static final String PATTERN = "[0-9+\\-()./ ]{7,20}";

    private PhoneNumber() {}
}
