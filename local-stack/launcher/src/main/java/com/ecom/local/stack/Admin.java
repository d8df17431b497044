package com.ecom.local.stack;

/** Who may do everything in a fresh shop. */
public final class Admin {

    public static final String EMAIL = "admin@ecom.example";

    private Admin() {}

    public static String password(Secrets secrets) {
        return secrets.of("admin");
    }
}
