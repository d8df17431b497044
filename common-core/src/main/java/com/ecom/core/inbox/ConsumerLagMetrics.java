package com.ecom.core.inbox;

import com.ecom.core.inbox.ConsumerLag.GroupProgress;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import lombok.extern.slf4j.Slf4j;
import org.apache.kafka.common.KafkaException;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * What waits for each consumer group, as of the last time the broker was asked: never by whoever reads the figures, so
 * that a broker that is away costs them nothing.
 */
@Slf4j
class ConsumerLagMetrics {

    private final ConsumerLag progress;
    private final Map<String, GroupProgress> latest = new ConcurrentHashMap<>();

    ConsumerLagMetrics(ConsumerLag progress, MeterRegistry meters) {
        this.progress = progress;
        for (var group : progress.groups()) {
            Gauge.builder("ecom.inbox.lag", () -> latest(group, GroupProgress::lag))
                    .description("Messages that the consumer group is yet to consume")
                    .tag("group", group)
                    .register(meters);
            Gauge.builder("ecom.inbox.dead.letters.waiting", () -> latest(group, GroupProgress::deadLetters))
                    .description("Dead letters of the consumer group that wait for an operator")
                    .tag("group", group)
                    .register(meters);
        }
    }

    /** Without a broker nothing is consumed and nothing set aside, so the last answer stands until it is back. */
    @Scheduled(fixedDelayString = "PT15S")
    void measure() {
        try {
            progress.ofAllGroups().forEach(it -> latest.put(it.group(), it));
        } catch (UncheckedIOException | KafkaException e) {
            log.debug("The lag of consumers is unknown", e);
        }
    }

    private double latest(String group, ToDoubleFunction<GroupProgress> figure) {
        var known = latest.get(group);
        return known == null ? 0 : figure.applyAsDouble(known);
    }
}
