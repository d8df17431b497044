package com.ecom.notification;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The mailbox of an address, as far as it can be derived: neither capital letters nor a suffix behind a plus make
 * another mailbox.
 */
record NormalizedMailbox(String address) {

    static NormalizedMailbox of(String email) {
        return new NormalizedMailbox(email.toLowerCase(Locale.ROOT).replaceFirst("\\+[^@]*@", "@"));
    }

    /** By which it is found, for as long as we know of it. */
    String hash() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(address.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
