package com.ecom.core.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ConsumerLagTests {

    private static final TopicPartition FIRST = new TopicPartition("orders", 0);
    private static final TopicPartition SECOND = new TopicPartition("orders", 1);
    private static final TopicPartition OTHER = new TopicPartition("carts", 0);

    @Test
    void lagIsWhatWasPublishedAndNotYetConsumedInAllPartitionsOfTheTopic() {
        var ends = Map.of(FIRST, 10L, SECOND, 5L, OTHER, 100L);

        assertThat(ConsumerLag.lag("orders", ends, Map.of(FIRST, new OffsetAndMetadata(7))))
                .isEqualTo(3 + 5);
    }

    @Test
    void noPartitionHidesWhatWaitsInAnotherByALagBelowZero() {
        var ends = Map.of(FIRST, 0L, SECOND, 5L);

        assertThat(ConsumerLag.lag("orders", ends, Map.of(FIRST, new OffsetAndMetadata(7))))
                .isEqualTo(5);
    }
}
