package com.ecom.auth.web;

/** Which characters a text of a request may have. */
public final class InputPatterns {

    /** Anything people can type; half a character (a lone surrogate) is not. */
    public static final String TEXT = "[^\\p{Cc}\\p{Cs}]*";

    public static final String ASCII = "[!-~]*";

    private InputPatterns() {}
}
