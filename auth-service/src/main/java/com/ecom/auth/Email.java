package com.ecom.auth;

import java.util.Locale;

/** An address in the one form in which it is kept and compared. */
record Email(String value) {

    Email {
        value = value.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return value;
    }
}
