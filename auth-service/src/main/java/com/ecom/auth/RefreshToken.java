package com.ecom.auth;

/** Whoever reads our database finds only the hash of it. */
record RefreshToken(String value) {

    static final String FORM = Secret.FORM;

    static RefreshToken fresh() {
        return new RefreshToken(Secret.fresh());
    }

    String hash() {
        return Secret.hashOf(value);
    }

    @Override
    public String toString() {
        return "RefreshToken[…]";
    }
}
