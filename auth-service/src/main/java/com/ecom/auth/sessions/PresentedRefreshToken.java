package com.ecom.auth.sessions;

/**
 * What the database says, by its own clock, about a refresh token that a client presents.
 *
 * @param sessionIsOpen neither revoked nor too old
 * @param isFresh never used, never superseded and not expired
 * @param wasUsed whether it has been exchanged before
 * @param wasUsedJustNow so that another tab, or a client that lost our answer, may ask for the same
 * @param successorIsFresh whether what it was exchanged for has not been used
 */
record PresentedRefreshToken(
        boolean sessionIsOpen, boolean isFresh, boolean wasUsed, boolean wasUsedJustNow, boolean successorIsFresh) {

    Verdict verdict() {
        if (!sessionIsOpen) {
            return Verdict.REFUSE;
        }
        if (isFresh) {
            return Verdict.EXCHANGE;
        }
        if (wasUsedJustNow) {
            return successorIsFresh ? Verdict.REPEAT : Verdict.REFUSE;
        }
        return wasUsed ? Verdict.REVOKE : Verdict.REFUSE;
    }

    enum Verdict {
        EXCHANGE,
        /** The very same answer once more. */
        REPEAT,
        REFUSE,
        REVOKE
    }
}
