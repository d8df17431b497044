package com.ecom.gateway.resilience;

import com.ecom.gateway.settings.TrafficProperties.Breaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The breaker of one operation, which no caller opens or keeps open alone. A connection that is refused says enough by itself;
 * whatever else fails, or is slow, counts once it is clear that it does not take one certain caller.
 */
class FairBreaker {

    private final CircuitBreaker breaker;
    private final Quorum failures;
    private final Quorum slowness;
    private final long slowNanos;

    /** Networks that find out how it is; each asks once at a time, so that none takes the place of the others. */
    private final Set<String> trying = ConcurrentHashMap.newKeySet();

    FairBreaker(CircuitBreaker breaker, Breaker wish) {
        this.breaker = breaker;
        this.failures = quorum(wish, wish.failurePercent());
        this.slowness = quorum(wish, wish.slowPercent());
        this.slowNanos = wish.slowAfter().toNanos();
        breaker.getEventPublisher().onStateTransition(_ -> {
            failures.reset();
            slowness.reset();
        });
    }

    private static Quorum quorum(Breaker wish, int percent) {
        return new Quorum(wish.calls(), Math.ceilDiv(wish.calls() * percent, 100), System::nanoTime);
    }

    /** A call that may be made now; none if the operation is being left alone. */
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

    /** Ends once, with the first that is said of it. */
    class Call {

        private final FairnessKey key;
        private final boolean tries;
        private final long began = breaker.getCurrentTimestamp();
        private final AtomicBoolean over = new AtomicBoolean();

        private Call(FairnessKey key, boolean tries) {
            this.key = key;
            this.tries = tries;
        }

        /** @param mayBeSlow whether it says nothing of the service how long it took */
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

        /** Nobody accepted the connection, which no caller can bring about. */
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

        /** It was not made, or nobody waited for its end. */
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
