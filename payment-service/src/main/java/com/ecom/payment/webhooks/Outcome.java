package com.ecom.payment.webhooks;

/** What came of a webhook. */
enum Outcome {
    APPLIED,
    ALREADY_PROCESSED,
    /** About a payment that we do not know; kept until it comes, and asked about. */
    ORPHAN,
    /** About another amount, currency or refund than ours; kept for people to look at. */
    MISMATCH
}
