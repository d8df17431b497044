package com.ecom.auth;

/**
 * What the database says, by its own clock, about a refresh token that somebody presents.
 *
 * @param sessionIsOpen neither revoked nor too old
 * @param isFresh never used, never superseded and not expired
 * @param wasUsed whether it has been exchanged before
 * @param mayHaveLostTheAnswer it was exchanged a moment ago and nobody has used what came of it
 */
record Presented(boolean sessionIsOpen, boolean isFresh, boolean wasUsed, boolean mayHaveLostTheAnswer) {

    Verdict verdict() {
        if (!sessionIsOpen) {
            return Verdict.REFUSE;
        }
        if (isFresh || mayHaveLostTheAnswer) {
            return Verdict.EXCHANGE;
        }
        return wasUsed ? Verdict.REVOKE : Verdict.REFUSE;
    }

    enum Verdict {
        EXCHANGE,
        REFUSE,
        REVOKE
    }
}
