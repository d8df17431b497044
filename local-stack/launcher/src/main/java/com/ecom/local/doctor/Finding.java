package com.ecom.local.doctor;

/** One thing that was looked at; the detail of what is missing says how to get it. */
public record Finding(String what, Verdict verdict, String detail) {

    /** Only what is missing keeps the shop from running. */
    public enum Verdict {
        GOOD,
        DOUBTFUL,
        MISSING
    }

    static Finding good(String what, String detail) {
        return new Finding(what, Verdict.GOOD, detail);
    }

    static Finding doubtful(String what, String detail) {
        return new Finding(what, Verdict.DOUBTFUL, detail);
    }

    static Finding missing(String what, String detail) {
        return new Finding(what, Verdict.MISSING, detail);
    }

    public boolean blocks() {
        return verdict == Verdict.MISSING;
    }
}
