package com.ecom.payment.calls;

import com.ecom.core.envelope.TraceLink;
import com.ecom.core.fault.FaultPoint;
import com.ecom.core.lifecycle.IdlePoll;
import com.ecom.payment.calls.ProviderDeadLetter.Kind;
import com.ecom.payment.model.Operation.Authorize;
import com.ecom.payment.model.Operation.Capture;
import com.ecom.payment.model.Operation.RefundAmount;
import com.ecom.payment.model.Operation.VoidOrRefund;
import com.ecom.payment.model.PaymentProvider;
import com.ecom.payment.model.ProviderFailure;
import com.ecom.payment.model.ProviderPayment;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Makes the calls that are due: outside any transaction, a few at the same time. Nobody claims a call before there is room
 * to make it, so however slow the provider is, no claim lapses while its call waits.
 */
@Component
class CallProvider {

    private static final Logger log = LoggerFactory.getLogger(CallProvider.class);
    private static final int AT_ONCE = 16;
    /** How many must be free until whoever is done with a call looks for more: one look costs about as much as a call. */
    private static final int WORTH_A_LOOK = 4;

    private final DueCalls calls;
    private final PaymentProvider provider;
    private final Answers answers;
    private final ProviderDeadLetters letters;
    private final OutageMode outage;
    private final CallProperties properties;
    private final Executor executor;
    private final CallFigures figures;
    private final TraceLink trace;
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final IdlePoll poll = new IdlePoll();
    private volatile boolean isMoreDue;

    CallProvider(
            DueCalls calls,
            PaymentProvider provider,
            Answers answers,
            ProviderDeadLetters letters,
            OutageMode outage,
            CallProperties properties,
            @Qualifier("applicationTaskExecutor") Executor executor,
            CallFigures figures,
            TraceLink trace) {
        this.calls = calls;
        this.provider = provider;
        this.answers = answers;
        this.letters = letters;
        this.outage = outage;
        this.properties = properties;
        this.executor = executor;
        this.figures = figures;
        this.trace = trace;
    }

    /**
     * What was requested is called at once after its commit, where there is room; this is for the rest, for what failed, and
     * for what a crash left behind.
     */
    @Scheduled(fixedDelayString = "PT0.5S")
    void makeWhatIsDue() {
        poll.tick(() -> {
            outage.look();
            return claimAndMake();
        });
    }

    /** For how many of so many calls there is room now: none during an outage. It is kept until they are made or given up. */
    int reserve(int wanted) {
        if (outage.isOn()) {
            return 0;
        }
        var reserved = 0;
        while (reserved < wanted && free.tryAcquire()) {
            reserved++;
        }
        return reserved;
    }

    void giveUpRoom(int reserved) {
        free.release(reserved);
    }

    /** Makes calls on which the caller has claims, and for which it has reserved the room. */
    void make(List<Call> claimed) {
        if (!claimed.isEmpty()) {
            poll.wake();
        }
        claimed.forEach(call -> executor.execute(() -> {
            try {
                trace.continuing(
                        call.trace(), "ask provider: " + call.operation().name(), () -> make(call));
            } finally {
                free.release();
                if (isMoreDue && free.availablePermits() >= WORTH_A_LOOK) {
                    goOn();
                }
            }
        }));
    }

    /** Some calls are due for which there was no room. */
    void thereIsMore() {
        isMoreDue = true;
        if (free.availablePermits() > 0) {
            executor.execute(this::goOn);
        }
    }

    private void goOn() {
        try {
            claimAndMake();
        } catch (RuntimeException e) {
            log.warn("Calls that are due wait for the next look: {}", e.toString());
        }
    }

    /** Whether there was or may be more to do. */
    private boolean claimAndMake() {
        var room = outage.isOn() ? 0 : free.drainPermits();
        if (room == 0) {
            return true;
        }
        isMoreDue = false;
        var claimed = List.<Call>of();
        try {
            claimed = calls.claim(room);
        } finally {
            free.release(room - claimed.size());
        }
        if (claimed.size() == room) {
            isMoreDue = true;
        }
        make(claimed);
        return !claimed.isEmpty();
    }

    private void make(Call call) {
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
