package com.ecom.notification;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Where mails to an address end up, so far as that can be told: capital letters make no other mailbox, nor does what most
 * providers let their customers add behind a plus.
 */
record CountedMailbox(String address) {

    static CountedMailbox of(String email) {
        return new CountedMailbox(email.toLowerCase(Locale.ROOT).replaceFirst("\\+[^@]*@", "@"));
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
