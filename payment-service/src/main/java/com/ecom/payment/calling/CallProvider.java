package com.ecom.payment.calling;

import com.ecom.payment.calling.DueCalls.Call;
import com.ecom.payment.model.IntentFact;
import com.ecom.payment.model.Lifecycle;
import com.ecom.payment.model.PaymentProvider;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the calls that are due: outside any transaction, and with the outcome kept in one. */
@Component
class CallProvider {

    private static final Logger log = LoggerFactory.getLogger(CallProvider.class);
    private static final int AT_ONCE = 8;

    private final DueCalls calls;
    private final PaymentProvider provider;
    private final Lifecycle payments;
    private final TransactionTemplate transaction;
    private final MeterRegistry meters;
    private final Semaphore free = new Semaphore(AT_ONCE);

    CallProvider(
            DueCalls calls,
            PaymentProvider provider,
            Lifecycle payments,
            TransactionTemplate transaction,
            MeterRegistry meters) {
        this.calls = calls;
        this.provider = provider;
        this.payments = payments;
        this.transaction = transaction;
        this.meters = meters;
    }

    /** What was requested is called at once after its commit; this is for what failed, and for what a crash left behind. */
    @Scheduled(fixedDelayString = "PT0.5S")
    void makeAllThatAreDue() {
        if (!free.tryAcquire()) {
            return;
        }
        try {
            for (var call = calls.claim(); call.isPresent(); call = calls.claim()) {
                make(call.get());
            }
        } finally {
            free.release();
        }
    }

    private void make(Call call) {
        try {
            var answer = call.isPointless() ? new IntentFact.NeverAsked() : ask(call);
            transaction.executeWithoutResult(_ -> {
                payments.advance(call.order(), answer);
                calls.done(call);
            });
        } catch (RuntimeException e) {
            meters.counter(
                            "ecom.payment.provider.retry",
                            "operation",
                            call.operation().name())
                    .increment();
            log.warn("{} for order {} is tried again: {}", call.operation(), call.order(), e.toString());
            calls.again(call, e.toString());
        }
    }

    private IntentFact ask(Call call) {
        return switch (call.operation()) {
            case AUTHORIZE -> provider.authorize(call.order(), call.knownCharge());
            case CAPTURE -> provider.capture(call.order(), call.knownCharge().amount());
            case VOID -> provider.voidOrRefund(call.order());
        };
    }
}
