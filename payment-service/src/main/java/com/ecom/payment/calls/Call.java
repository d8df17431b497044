package com.ecom.payment.calls;

import com.ecom.payment.model.Calls.Wanted;
import com.ecom.payment.model.Charge;
import com.ecom.payment.model.Operation;
import com.ecom.payment.model.Operation.RefundAmount;
import com.ecom.payment.model.PaymentName;
import org.jspecify.annotations.Nullable;

/**
 * A call that somebody has the claim on.
 *
 * @param charge there always is one: nothing is called for a payment that nobody has asked to authorize
 * @param isOld whether the provider may have forgotten the key under which it was made before
 * @param trace where in the purchase's trace it was asked for
 */
record Call(
        String intent,
        Operation operation,
        PaymentName payment,
        Charge charge,
        boolean isOld,
        @Nullable String trace) {

    static Call of(Wanted it) {
        return new Call(
                it.intent().id().toString(),
                it.operation(),
                it.intent().name(),
                it.intent().knownCharge(),
                false,
                it.intent().trace());
    }

    /** What distinguishes it from other calls of the same operation. */
    String subject() {
        return operation instanceof RefundAmount it ? it.refund().toString() : "";
    }
}
