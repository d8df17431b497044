package com.ecom.auth.accounts;

import com.ecom.core.address.EmailAddresses;
import java.util.Locale;

/** An address in the one form in which it is kept and compared: mail goes there whatever the case of its letters. */
public record Email(String value) {

    public Email {
        value = EmailAddresses.reachable(value).orElse(value.strip()).toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return value;
    }
}
