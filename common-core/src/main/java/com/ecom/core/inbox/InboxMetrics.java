package com.ecom.core.inbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** What a consumer group does, in numbers. */
class InboxMetrics {

    private final Counter handled;
    private final Counter duplicates;
    private final Counter failures;
    private final Counter passedOver;
    private final DistributionSummary batches;
    private final Timer time;

    InboxMetrics(String group, MeterRegistry meters) {
        this.handled = messages(group, "handled", meters);
        this.duplicates = messages(group, "duplicate", meters);
        this.failures = messages(group, "failed", meters);
        this.passedOver = messages(group, "passed-over", meters);
        this.batches = DistributionSummary.builder("ecom.inbox.batch.size")
                .description("Messages that were handled in one transaction")
                .tag("group", group)
                .register(meters);
        this.time = Timer.builder("ecom.inbox.batch")
                .description("From taking a batch to its commit")
                .tag("group", group)
                .publishPercentileHistogram()
                .register(meters);
    }

    private static Counter messages(String group, String outcome, MeterRegistry meters) {
        return Counter.builder("ecom.inbox.messages")
                .description("Messages that were consumed, by what became of them")
                .tag("group", group)
                .tag("outcome", outcome)
                .register(meters);
    }

    /** @param handling is told whom to tell how many of the messages were fresh; what fails is not counted */
    void taking(int messages, Consumer<IntConsumer> handling) {
        var fresh = new AtomicInteger();
        time.record(() -> handling.accept(fresh::set));
        batches.record(messages);
        handled.increment(fresh.get());
        duplicates.increment((double) messages - fresh.get());
    }

    void failed() {
        failures.increment();
    }

    void passedOver(int messages) {
        passedOver.increment(messages);
    }
}
