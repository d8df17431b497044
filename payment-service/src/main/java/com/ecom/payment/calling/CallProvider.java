package com.ecom.payment.calling;

import com.ecom.core.fault.FaultPoint;
import com.ecom.payment.calling.DueCalls.Call;
import com.ecom.payment.model.IntentFact;
import com.ecom.payment.model.PaymentProvider;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Makes the calls that are due: outside any transaction, a few at the same time. */
@Component
class CallProvider {

    private static final Logger log = LoggerFactory.getLogger(CallProvider.class);
    private static final int AT_ONCE = 16;

    private final DueCalls calls;
    private final PaymentProvider provider;
    private final Answers answers;
    private final Executor executor;
    private final MeterRegistry meters;
    private final Semaphore free = new Semaphore(AT_ONCE);

    CallProvider(
            DueCalls calls,
            PaymentProvider provider,
            Answers answers,
            @Qualifier("applicationTaskExecutor") Executor executor,
            MeterRegistry meters) {
        this.calls = calls;
        this.provider = provider;
        this.answers = answers;
        this.executor = executor;
        this.meters = meters;
    }

    /** What was requested is called at once after its commit; this is for what failed, and for what a crash left behind. */
    @Scheduled(fixedDelayString = "PT0.5S")
    void makeAllThatAreDue() {
        calls.claim().forEach(this::makeSoon);
    }

    /** Makes a call on which the caller has a claim. */
    void makeSoon(Call call) {
        executor.execute(() -> {
            free.acquireUninterruptibly();
            try {
                make(call);
            } finally {
                free.release();
            }
        });
    }

    private void make(Call call) {
        FaultPoint.pass("payment-before-asking");
        IntentFact answer;
        try {
            answer = ask(call);
        } catch (RuntimeException e) {
            meters.counter(
                            "ecom.payment.provider.retry",
                            "operation",
                            call.operation().name())
                    .increment();
            log.warn("{} for order {} is tried again: {}", call.operation(), call.order(), e.toString());
            calls.again(call, e.toString());
            return;
        }
        FaultPoint.pass("payment-asked-before-keeping");
        answers.take(call, answer);
    }

    private IntentFact ask(Call call) {
        return switch (call.operation()) {
            case AUTHORIZE -> provider.authorize(call.order(), call.charge());
            case CAPTURE -> provider.capture(call.order(), call.charge().amount());
            case VOID -> provider.voidOrRefund(call.order());
        };
    }
}
