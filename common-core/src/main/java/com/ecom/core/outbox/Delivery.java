package com.ecom.core.outbox;

import static org.springframework.core.NestedExceptionUtils.getMostSpecificCause;

import com.ecom.core.fault.FaultPoint;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One pass of the relay: take the free buckets, send what is new in them, mark it sent. A crash in between sends the
 * same events again, with the same ids and in the same order; consumers' inboxes absorb that.
 */
@Slf4j
class Delivery {

    private final TransactionTemplate transaction;
    private final OutboxPartitions buckets;
    private final OutboxRows rows;
    private final Sender sender;
    private final OutboxProperties properties;
    private final Timer latency;

    Delivery(
            TransactionTemplate transaction,
            OutboxPartitions buckets,
            OutboxRows rows,
            Sender sender,
            OutboxProperties properties,
            MeterRegistry meters) {
        this.transaction = transaction;
        this.buckets = buckets;
        this.rows = rows;
        this.sender = sender;
        this.properties = properties;
        this.latency = Timer.builder("ecom.outbox.delivery")
                .description("From publishing an event to the broker's acknowledgement")
                .publishPercentileHistogram()
                .register(meters);
    }

    Pass run() {
        return Objects.requireNonNull(transaction.execute(_ -> {
            var mine = buckets.takeFree();
            var shared = mine.size() < OutboxPartitions.COUNT;
            if (mine.isEmpty()) {
                return new Pass(false, shared, false, false, null);
            }
            var next = rows.next(mine, properties.batchSize());
            at("outbox-before-sending", next);
            var sent = sender.send(next);
            at("outbox-sent-before-marking", next);
            record(sent);
            at("outbox-marked-before-commit", next);
            return new Pass(
                    next.size() == properties.batchSize(),
                    shared,
                    !sent.delivered.isEmpty(),
                    !sent.refused.isEmpty(),
                    sent.brokerFailure);
        }));
    }

    private static void at(String place, List<OutboxRow> rows) {
        if (!rows.isEmpty()) {
            FaultPoint.pass(place);
        }
    }

    private void record(Sender.Sent sent) {
        rows.markSent(idsOf(sent.delivered));
        sent.refused.forEach((row, failure) -> {
            log.error("The broker refused {} {}", row.type(), row.eventId(), failure);
            rows.markFailed(row.id(), getMostSpecificCause(failure).toString(), properties.maxAttempts());
        });
        var now = Instant.now();
        sent.delivered.forEach(row -> latency.record(Duration.between(row.at(), now)));
    }

    private static List<Long> idsOf(List<OutboxRow> delivered) {
        return delivered.stream().map(OutboxRow::id).toList();
    }

    /**
     * @param more whether there is probably more to send at once
     * @param shared whether another relay held some of the buckets
     * @param delivered whether the broker took anything
     * @param refused whether the broker refused some event, which is tried a few times
     */
    record Pass(
            boolean more,
            boolean shared,
            boolean delivered,
            boolean refused,
            @Nullable Throwable brokerFailure) {}
}
