package com.ecom.gateway.resilience;

import com.ecom.gateway.settings.TrafficProperties.Breaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The circuit breaker of one operation, which no single caller can open or keep open. A refused connection counts at once;
 * other failures and slow calls count once several callers have had them.
 */
class FairBreaker {

    private final CircuitBreaker breaker;
    private final Quorum failures;
    private final Quorum slowness;
    private final long slowNanos;

    /** Networks with a call while the breaker is half-open: one each at a time, so that none takes the permits of all. */
    private final Set<String> trying = ConcurrentHashMap.newKeySet();

    FairBreaker(CircuitBreaker breaker, Breaker settings) {
        this.breaker = breaker;
        this.failures = quorum(settings, settings.failurePercent());
        this.slowness = quorum(settings, settings.slowPercent());
        this.slowNanos = settings.slowAfter().toNanos();
        breaker.getEventPublisher().onStateTransition(_ -> {
            failures.reset();
            slowness.reset();
        });
    }

    private static Quorum quorum(Breaker settings, int percent) {
        return new Quorum(settings.calls(), Math.ceilDiv(settings.calls() * percent, 100), System::nanoTime);
    }

    /** A permitted call; null if the breaker is open. */
    @Nullable
    Call tryAcquire(FairnessKey key) {
        if (!breaker.tryAcquirePermission()) {
            return null;
        }
        var tries = breaker.getState() == CircuitBreaker.State.HALF_OPEN;
        if (tries && !trying.add(key.network())) {
            breaker.releasePermission();
            return null;
        }
        return new Call(key, tries);
    }

    /** The first outcome that is reported ends the call; later ones have no effect. */
    class Call {

        private final FairnessKey key;
        private final boolean tries;
        private final long began = breaker.getCurrentTimestamp();
        private final AtomicBoolean over = new AtomicBoolean();

        private Call(FairnessKey key, boolean tries) {
            this.key = key;
            this.tries = tries;
        }

        /** @param mayBeSlow whether the duration says nothing about the health of the service */
        void succeeded(boolean mayBeSlow) {
            if (end()) {
                var took = took();
                var slow = !mayBeSlow && breaker.getTimestampUnit().toNanos(took) > slowNanos;
                var counted = slow ? slowness.record(key) : 0;
                breaker.onSuccess(counted > 0 ? took : 0, breaker.getTimestampUnit());
                for (int more = 1; more < counted; more++) {
                    breaker.onSuccess(took, breaker.getTimestampUnit());
                }
            }
        }

        /** The service refused the connection, which no caller can cause. */
        void refused(Throwable why) {
            if (end()) {
                breaker.onError(took(), breaker.getTimestampUnit(), why);
            }
        }

        void failed(Throwable why) {
            if (end()) {
                var counted = failures.record(key);
                if (counted == 0) {
                    breaker.releasePermission();
                }
                for (int each = 0; each < counted; each++) {
                    breaker.onError(took(), breaker.getTimestampUnit(), why);
                }
            }
        }

        /** The gateway did not make the call, or the client disconnected before its end. */
        void release() {
            if (end()) {
                breaker.releasePermission();
            }
        }

        private boolean end() {
            if (!over.compareAndSet(false, true)) {
                return false;
            }
            if (tries) {
                trying.remove(key.network());
            }
            return true;
        }

        private long took() {
            return breaker.getCurrentTimestamp() - began;
        }
    }
}
