package com.ecom.release;

/**
 * What a contract says otherwise than in the last release.
 *
 * @param contract the file, as seen from the folder of contracts
 * @param what in words, or as an operation of RFC 6902
 * @param breaking whether somebody who relies on the last release may break
 */
record Change(String contract, String what, boolean breaking) {

    static Change breaking(String contract, String what) {
        return new Change(contract, what, true);
    }

    static Change compatible(String contract, String what) {
        return new Change(contract, what, false);
    }

    @Override
    public String toString() {
        return "%s %s: %s".formatted(breaking ? "!" : "+", contract, what);
    }
}
