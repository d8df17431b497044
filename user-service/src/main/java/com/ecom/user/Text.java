package com.ecom.user;

/** What people may write where a line of text is asked for. */
final class Text {

    /** Something to see, no control characters and no half characters (lone surrogates). */
    static final String ONE_LINE = "(?=.*\\S)[^\\p{Cc}\\p{Cs}]+";

    private Text() {}
}
