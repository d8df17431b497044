package com.ecom.shop;

/** The shop answered otherwise than it should have. */
public final class ShopSaysNo extends RuntimeException {

    public ShopSaysNo(String what) {
        super(what);
    }
}
