package com.ecom.payment.calls;

import com.ecom.core.fault.FaultPoint;
import com.ecom.payment.model.Lifecycle;
import com.ecom.payment.model.Lifecycle.PaymentUpdate;
import com.ecom.payment.model.ProviderPayment;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.ReentrantLock;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps what the provider answered, in one transaction for all answers that came while the last one was being kept. An
 * answer that could not be kept, or was lost in a crash, is got again: the call stays due, and repeating it is safe.
 */
@Component
@RequiredArgsConstructor
@Slf4j
class Answers {

    private static final int AT_ONCE = 50;

    private final DueCalls calls;
    private final Lifecycle payments;
    private final TransactionTemplate transaction;
    private final BlockingQueue<Answer> waiting = new LinkedBlockingQueue<>();
    private final ReentrantLock keeping = new ReentrantLock();

    /** Whoever finds nobody keeping answers keeps all that wait, its own among them. */
    void take(Call call, ProviderPayment payment) {
        waiting.add(new Answer(call, payment));
        while (!waiting.isEmpty() && keeping.tryLock()) {
            try {
                var some = new ArrayList<Answer>();
                waiting.drainTo(some, AT_ONCE);
                keep(some);
            } finally {
                keeping.unlock();
            }
        }
    }

    private void keep(List<Answer> some) {
        try {
            keepTogether(some);
        } catch (RuntimeException e) {
            log.info("{} answers of the provider are kept one by one: {}", some.size(), e.toString());
            some.forEach(this::keepAlone);
        }
    }

    private void keepAlone(Answer it) {
        try {
            keepTogether(List.of(it));
        } catch (RuntimeException e) {
            log.warn(
                    "{} for order {} is tried again",
                    it.call().operation().name(),
                    it.call().payment().order(),
                    e);
            calls.again(it.call(), e.toString(), Integer.MAX_VALUE);
        }
    }

    private void keepTogether(List<Answer> some) {
        transaction.executeWithoutResult(_ -> {
            payments.advance(some.stream()
                    .flatMap(it -> PaymentUpdate.of(it.payment()).stream())
                    .toList());
            FaultPoint.pass("payment-advanced-before-done");
            calls.done(some.stream().map(Answer::call).toList());
        });
    }

    private record Answer(Call call, ProviderPayment payment) {}
}
