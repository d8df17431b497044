package com.ecom.payment.calls;

import com.ecom.core.fault.FaultPoint;
import com.ecom.payment.calls.ProviderDeadLetter.Kind;
import com.ecom.payment.model.Operation.Authorize;
import com.ecom.payment.model.Operation.Capture;
import com.ecom.payment.model.Operation.RefundAmount;
import com.ecom.payment.model.Operation.VoidOrRefund;
import com.ecom.payment.model.PaymentProvider;
import com.ecom.payment.model.ProviderFailure;
import com.ecom.payment.model.ProviderPayment;
import java.util.Optional;
import java.util.function.Predicate;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.stereotype.Component;

/** Makes one call that was claimed, and keeps what comes of it: the answer, another try, or a dead letter. */
@Component
@RequiredArgsConstructor
@Slf4j
class MakeCall {

    private final DueCalls calls;
    private final PaymentProvider provider;
    private final Answers answers;
    private final ProviderDeadLetters letters;
    private final CallFigures figures;
    private final CallProperties properties;

    void handle(Call call) {
        FaultPoint.pass("payment-before-asking");
        ProviderPayment answer;
        try {
            answer = ask(call);
        } catch (ProviderFailure.Refused e) {
            giveUp(call, Kind.REFUSED, e);
            return;
        } catch (RuntimeException e) {
            tryAgain(call, e);
            return;
        }
        FaultPoint.pass("payment-asked-before-keeping");
        answers.take(call, answer);
    }

    private void tryAgain(Call call, RuntimeException e) {
        figures.isTriedAgain(call.operation());
        if (calls.again(call, reasonOf(e), properties.maxAttempts())) {
            log.warn(
                    "{} for order {} is tried again: {}",
                    call.operation().name(),
                    call.payment().order(),
                    reasonOf(e));
        } else {
            giveUp(call, Kind.EXHAUSTED, e);
        }
    }

    private void giveUp(Call call, Kind kind, RuntimeException e) {
        log.error(
                "{} for order {} is put aside: {}, {}",
                call.operation().name(),
                call.payment().order(),
                kind,
                reasonOf(e));
        FaultPoint.pass("call-given-up-before-kept");
        letters.keep(call, kind, reasonOf(e));
    }

    private static String reasonOf(RuntimeException e) {
        return e.getCause() == null ? e.toString() : e + ": " + e.getCause();
    }

    private ProviderPayment ask(Call call) {
        return switch (call.operation()) {
            case Authorize _ ->
                earlier(call, _ -> true)
                        .orElseGet(() -> provider.authorize(call.payment().order(), call.charge()));
            case Capture _ -> provider.capture(call.payment(), call.charge().amount());
            case VoidOrRefund _ -> provider.voidOrRefund(call.payment());
            case RefundAmount(var refund, var amount) ->
                earlier(call, it -> it.factOf(refund).isPresent())
                        .orElseGet(() -> provider.refund(call.payment(), refund, amount));
        };
    }

    /** Providers remember a key for about a day: after half of it, whether it was done already is looked up first. */
    private Optional<ProviderPayment> earlier(Call call, Predicate<ProviderPayment> isDone) {
        return call.isOld() ? provider.find(call.payment()).filter(isDone) : Optional.empty();
    }
}
