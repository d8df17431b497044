package com.ecom.core.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ecom.core.deadletters.DeadLetter.State;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer.HeaderNames.HeadersToAdd;
import org.springframework.kafka.support.KafkaHeaders;
import tools.jackson.core.JacksonException;

/** How a message that cannot be handled travels through its group's dead-letter topic. */
public final class DeadLetterTopic {

    public static final String SUFFIX = "-dlt";
    private static final String ERROR = "ecom_dlt-error";
    private static final int LONGEST_ERROR = 2_000;
    private static final int LONGEST_ID_OR_TYPE = 100;
    private static final int LONGEST_KEY = 200;

    private DeadLetterTopic() {}

    /** Sends and waits; as long as the broker does not take it, the message stays where it is. */
    public static DeadLetterPublishingRecoverer sender(String group, KafkaOperations<String, byte[]> kafka) {
        var sender = new DeadLetterPublishingRecoverer(kafka, (_, _) -> new TopicPartition(group + SUFFIX, -1));
        sender.setFailIfSendResultIsError(true);
        sender.setWaitForSendResultTimeout(Duration.ofSeconds(10));
        sender.excludeHeader(HeadersToAdd.EX_STACKTRACE, HeadersToAdd.EX_MSG);
        sender.addHeadersFunction(
                (_, failure) -> new RecordHeaders().add(ERROR, describe(failure).getBytes(UTF_8)));
        return sender;
    }

    /**
     * The letter as the sender above has put it. Whoever wrote the message may have put anything of any length where our
     * own messages have an id, a type and a key; its headers keep the whole.
     */
    static DeadLetter read(ConsumerRecord<String, byte[]> record, Clock clock) {
        var headers = record.headers();
        var group = record.topic().substring(0, record.topic().length() - SUFFIX.length());
        var topic = Objects.requireNonNull(text(headers, KafkaHeaders.DLT_ORIGINAL_TOPIC));
        var partition = number(headers, KafkaHeaders.DLT_ORIGINAL_PARTITION).getInt();
        var offset = number(headers, KafkaHeaders.DLT_ORIGINAL_OFFSET).getLong();
        var sentAt = number(headers, KafkaHeaders.DLT_ORIGINAL_TIMESTAMP).getLong();
        return new DeadLetter(
                DeadLetter.idOf(group, topic, partition, offset, sentAt),
                group,
                topic,
                partition,
                offset,
                shortened(text(headers, "ce_id"), LONGEST_ID_OR_TYPE),
                shortened(text(headers, "ce_type"), LONGEST_ID_OR_TYPE),
                shortened(record.key(), LONGEST_KEY),
                original(headers),
                record.value() == null ? null : new String(record.value(), UTF_8),
                Objects.requireNonNullElse(text(headers, ERROR), "not told"),
                State.WAITING,
                clock.instant());
    }

    /** What happened, and why, and why that: the outermost says least. It is logged, so it has nothing of the message itself. */
    public static String describe(Throwable failure) {
        var words = new StringBuilder();
        for (var it = failure; it != null; it = it.getCause()) {
            words.append(words.isEmpty() ? "" : " <- ")
                    .append(it instanceof JacksonException unreadable ? placeOf(unreadable) : it);
        }
        return Objects.requireNonNull(shortened(words.toString(), LONGEST_ERROR));
    }

    private static String placeOf(JacksonException unreadable) {
        return "%s at %s".formatted(unreadable.getClass().getSimpleName(), unreadable.getPathReference());
    }

    private static Map<String, String> original(Headers headers) {
        var texts = new LinkedHashMap<String, String>();
        for (var header : headers) {
            if (!header.key().startsWith("kafka_dlt") && !header.key().equals(ERROR) && header.value() != null) {
                texts.put(header.key(), new String(header.value(), UTF_8));
            }
        }
        return texts;
    }

    private static @Nullable String text(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }

    /** Never ends with half a character. */
    private static @Nullable String shortened(@Nullable String text, int longest) {
        if (text == null || text.length() <= longest) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }

    private static ByteBuffer number(Headers headers, String name) {
        return ByteBuffer.wrap(headers.lastHeader(name).value());
    }
}
