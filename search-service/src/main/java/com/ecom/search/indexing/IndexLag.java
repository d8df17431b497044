package com.ecom.search.indexing;

import com.ecom.core.envelope.Envelope;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How long it takes from an event of one topic until the index has it; a refresh later, after a second at most, it is found. */
class IndexLag {

    private final Timer timer;
    private final Clock clock;
    private List<Instant> received = new ArrayList<>();

    IndexLag(String topic, MeterRegistry meters, Clock clock) {
        this.clock = clock;
        this.timer = Timer.builder("ecom.search.index.lag")
                .description("From an event until the index has what it says")
                .tag("topic", topic)
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofMinutes(10))
                .register(meters);
    }

    synchronized void received(Envelope message) {
        received.add(message.time());
    }

    /** What cannot be written is consumed again, and counts then. */
    void measure(Runnable write) {
        var times = take();
        write.run();
        var now = clock.instant();
        times.forEach(it -> timer.record(Duration.between(it, now)));
    }

    private synchronized List<Instant> take() {
        var taken = received;
        received = new ArrayList<>();
        return taken;
    }
}
