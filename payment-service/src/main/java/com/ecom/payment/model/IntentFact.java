package com.ecom.payment.model;

import com.ecom.core.money.Money;
import java.util.UUID;

/** What the order commands, or what the provider reports, whichever way it comes: as an answer, a webhook or when asked later. */
public sealed interface IntentFact {

    record AuthorizeRequested() implements IntentFact {}

    record CaptureRequested() implements IntentFact {}

    record VoidRequested() implements IntentFact {}

    /** @param refund the same one never gives twice */
    record RefundRequested(UUID refund, Money amount) implements IntentFact {}

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
