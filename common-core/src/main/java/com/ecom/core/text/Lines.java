package com.ecom.core.text;

/** Text of several lines: no other control characters, and no half characters (lone surrogates), which no database keeps. */
public final class Lines {

    public static final String PATTERN = "[^\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F\\p{Cs}]*";

    private Lines() {}
}
