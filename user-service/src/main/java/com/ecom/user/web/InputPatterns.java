package com.ecom.user.web;

/** What people may write where a line of text is asked for. */
public final class InputPatterns {

    /** Something to see, no control characters and no half characters (lone surrogates). */
    public static final String ONE_LINE = "(?=.*\\S)[^\\p{Cc}\\p{Cs}]+";

    private InputPatterns() {}
}
