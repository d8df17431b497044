package com.ecom.auth.sessions;

import com.ecom.auth.secrets.Secret;

/** The database keeps only its hash. */
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
