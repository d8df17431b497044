package com.ecom.shop;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What customers do who get a {@code Retry-After}: they wait for as long as it says, half a
 * minute at most, and ask for the same again under the same key. How often that happened is counted.
 */
public final class ComeBack {

    private static final Set<Integer> NOT_NOW = Set.of(429, 503);

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final AtomicLong times = new AtomicLong();

    /** Whether it was told so; then the time is over when this returns. */
    public boolean waited(HttpResponse<?> answer) throws InterruptedException {
        var pause = pauseIn(answer);
        if (pause.isEmpty()) {
            return false;
        }
        times.incrementAndGet();
        TimeUnit.MILLISECONDS.sleep(Math.min(pause.get().toMillis(), LONGEST.toMillis()));
        return true;
    }

    public long times() {
        return times.get();
    }

    static Optional<Duration> pauseIn(HttpResponse<?> answer) {
        return NOT_NOW.contains(answer.statusCode())
                ? answer.headers()
                        .firstValue("Retry-After")
                        .filter(it -> it.matches("\\d{1,4}"))
                        .map(it -> Duration.ofSeconds(Long.parseLong(it)))
                : Optional.empty();
    }
}
