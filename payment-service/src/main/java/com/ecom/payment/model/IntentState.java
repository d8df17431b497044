package com.ecom.payment.model;

/** Where a payment stands; each state carries only what is known once it is reached. */
public sealed interface IntentState {

    /** Nobody has asked for anything yet. */
    record None() implements IntentState {}

    /** The provider is being asked to put the money aside. */
    record Authorizing() implements IntentState {}

    /** The customer has to approve it with their bank. */
    record ActionRequired(String url) implements IntentState {}

    /** The order was given up while the provider had not answered; whatever comes of it is voided. */
    record CancelPending() implements IntentState {}

    record Authorized() implements IntentState {}

    /** The provider is being asked to take the money. */
    record Capturing() implements IntentState {}

    record Captured() implements IntentState {}

    /** The money could not be taken; what is put aside is still to be voided. */
    record CaptureFailed(String reason) implements IntentState {}

    /** The provider is being asked to let the money go, or to give it back. */
    record Voiding() implements IntentState {}

    /** No money is held or kept. Where this came first, it forbids any later authorization. */
    record Voided() implements IntentState {}

    /** The money was never put aside. */
    record Failed(String reason) implements IntentState {}
}
