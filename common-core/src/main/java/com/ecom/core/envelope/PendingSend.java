package com.ecom.core.envelope;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.KafkaOperations;

/** A record on its way to the broker. */
public final class PendingSend {

    private final CompletableFuture<?> answer;

    private PendingSend(CompletableFuture<?> answer) {
        this.answer = answer;
    }

    /** Never throws: what cannot even be written or sent has failed. */
    public static PendingSend begin(
            KafkaOperations<String, byte[]> kafka, Supplier<ProducerRecord<String, byte[]>> written) {
        try {
            return new PendingSend(kafka.send(written.get()));
        } catch (RuntimeException e) {
            return new PendingSend(CompletableFuture.failedFuture(e));
        }
    }

    /** @return why the broker does not have it after so long; null if it has */
    public @Nullable Throwable failureWithin(Duration timeout) {
        try {
            answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return null;
        } catch (ExecutionException e) {
            return e.getCause();
        } catch (TimeoutException e) {
            return e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return e;
        }
    }

    /** An outage, however long, is never a record's fault; only what would fail on any broker is. */
    public static boolean isTheRecordsFault(Throwable failure) {
        for (var it = failure; it != null; it = it.getCause()) {
            if (it instanceof RecordTooLargeException
                    || it instanceof SerializationException
                    || it instanceof InvalidTopicException) {
                return true;
            }
        }
        return false;
    }
}
