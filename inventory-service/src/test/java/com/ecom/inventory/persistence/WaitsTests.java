package com.ecom.inventory.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WaitsTests {

    final Waits waits = new Waits();

    @Test
    void aSkuIsMuchWantedWhenManyOfItsBuyersHaveToWait() {
        IntStream.range(0, 200).forEach(it -> {
            waits.note(List.of("slow"), Duration.ofMillis(it % 10 == 0 ? 50 : 1));
            waits.note(List.of("quick"), Duration.ofMillis(it % 100 == 0 ? 50 : 1));
        });
        waits.note(List.of("rare"), Duration.ofSeconds(1));

        assertThat(waits.longerThan(Duration.ofMillis(20), 100)).containsExactly("slow");
        assertThat(waits.longerThan(Duration.ofMillis(20), 100)).isEmpty();
    }
}
