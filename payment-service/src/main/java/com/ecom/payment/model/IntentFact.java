package com.ecom.payment.model;

/** What the order wishes, or what the provider says, whichever way its word comes: as an answer, a webhook or when asked later. */
public sealed interface IntentFact {

    record AuthorizeAsked() implements IntentFact {}

    record CaptureAsked() implements IntentFact {}

    record VoidAsked() implements IntentFact {}

    record ProviderAuthorized() implements IntentFact {}

    record ProviderDeclined(String reason) implements IntentFact {}

    record ProviderNeedsAction(String url) implements IntentFact {}

    record ProviderCaptured() implements IntentFact {}

    record ProviderRefusedCapture(String reason) implements IntentFact {}

    /** The money is let go, or given back. */
    record ProviderVoided() implements IntentFact {}
}
