package com.ecom.gateway.resilience;

import com.ecom.gateway.settings.TrafficProperties.Breaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
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

    /** Networks with a trial call while the breaker is half-open: one each, so that none takes the permits of all. */
    private final Set<String> trying = ConcurrentHashMap.newKeySet();

    /** Whether a trial call has succeeded since the breaker is half-open. From then on nobody is refused because others try. */
    private volatile boolean answers;

    FairBreaker(CircuitBreaker breaker, Breaker settings) {
        this.breaker = breaker;
        this.failures = quorum(settings, settings.failurePercent());
        this.slowness = quorum(settings, settings.slowPercent());
        this.slowNanos = settings.slowAfter().toNanos();
        breaker.getEventPublisher().onStateTransition(_ -> {
            failures.reset();
            slowness.reset();
            answers = false;
        });
    }

    private static Quorum quorum(Breaker settings, int percent) {
        return new Quorum(settings.calls(), Math.ceilDiv(settings.calls() * percent, 100), System::nanoTime);
    }

    /** A permitted call; null if the breaker is open, or half-open without any success so far and tried enough. */
    @Nullable
    Call tryAcquire(FairnessKey key) {
        if (breaker.tryAcquirePermission()) {
            if (breaker.getState() != State.HALF_OPEN) {
                return new Call(key, Kind.USUAL);
            }
            if (trying.add(key.network())) {
                return new Call(key, Kind.TRIAL);
            }
            breaker.releasePermission();
        }
        return answers && breaker.getState() == State.HALF_OPEN ? new Call(key, Kind.BESIDE_TRIALS) : null;
    }

    private enum Kind {
        USUAL,
        TRIAL,
        /** Has no permit, so its outcome does not count. */
        BESIDE_TRIALS
    }

    /** The first outcome that is reported ends the call; later ones have no effect. */
    class Call {

        private final FairnessKey key;
        private final Kind kind;
        private final long began = breaker.getCurrentTimestamp();
        private final AtomicBoolean over = new AtomicBoolean();

        private Call(FairnessKey key, Kind kind) {
            this.key = key;
            this.kind = kind;
        }

        /** @param mayBeSlow whether the duration says nothing about the health of the service */
        void succeeded(boolean mayBeSlow) {
            if (end()) {
                var took = took();
                var slow = !mayBeSlow && breaker.getTimestampUnit().toNanos(took) > slowNanos;
                var counted = slow ? slowness.record(key) : 0;
                answers |= kind == Kind.TRIAL && !slow;
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
            if (kind == Kind.BESIDE_TRIALS || !over.compareAndSet(false, true)) {
                return false;
            }
            if (kind == Kind.TRIAL) {
                trying.remove(key.network());
            }
            return true;
        }

        private long took() {
            return breaker.getCurrentTimestamp() - began;
        }
    }
}
