package com.ecom.payment.webhooks;

/** What came of a webhook. */
enum Outcome {
    /** Stored for good, and acknowledged; it is applied after that. */
    RECEIVED,
    /** The same event has come before. */
    ALREADY_PROCESSED,
    APPLIED,
    /** About a payment that we do not know; kept until it comes, and asked about. */
    ORPHAN,
    /** About another amount, currency or refund than ours; kept for people to look at. */
    MISMATCH,
    /** It could not be applied in all its attempts; kept for people to look at. */
    FAILED
}
