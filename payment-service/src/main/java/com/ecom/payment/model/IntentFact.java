package com.ecom.payment.model;

import com.ecom.core.money.Money;
import java.util.UUID;

/** What the order wishes, or what the provider says, whichever way its word comes: as an answer, a webhook or when asked later. */
public sealed interface IntentFact {

    record AuthorizeAsked() implements IntentFact {}

    record CaptureAsked() implements IntentFact {}

    record VoidAsked() implements IntentFact {}

    /** @param refund the same one never gives twice */
    record RefundAsked(UUID refund, Money amount) implements IntentFact {}

    record ProviderAuthorized() implements IntentFact {}

    record ProviderDeclined(String reason) implements IntentFact {}

    record ProviderNeedsAction(String url) implements IntentFact {}

    record ProviderCaptured() implements IntentFact {}

    record ProviderRefusedCapture(String reason) implements IntentFact {}

    /** The money is let go, or given back. */
    record ProviderVoided() implements IntentFact {}

    record ProviderRefunded(UUID refund) implements IntentFact {}

    /** It gives nothing back; or it did, and the bank has sent the money back. */
    record ProviderRefusedRefund(UUID refund, String reason) implements IntentFact {}
}
