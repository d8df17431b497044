package com.ecom.payment.model;

import com.ecom.core.money.Money;
import java.util.UUID;

/** What a provider is asked to do; its name with the order's id, or the refund's, is the idempotency key: each happens once. */
public sealed interface Operation {

    record Authorize() implements Operation {}

    record Capture() implements Operation {}

    /** Lets go what is put aside, gives back what was taken. */
    record VoidOrRefund() implements Operation {}

    /** Gives back a part of what was taken, or all of it; there may be several of them. */
    record RefundAmount(UUID refund, Money amount) implements Operation {}

    /** What operators search for, spelled out so that renaming a class never renames it. */
    default String name() {
        return switch (this) {
            case Authorize _ -> "AUTHORIZE";
            case Capture _ -> "CAPTURE";
            case VoidOrRefund _ -> "VOID";
            case RefundAmount _ -> "REFUND";
        };
    }
}
