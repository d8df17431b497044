package com.ecom.core.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class IdlePollTests {

    private final IdlePoll poll = new IdlePoll();
    private final AtomicInteger looks = new AtomicInteger();

    @Test
    void looksSeldomWhileThereIsNothingToDo() {
        tick(20, false);
        assertThat(looks).hasValue(20);

        tick(100, false);
        assertThat(looks).hasValue(30);
    }

    @Test
    void looksAtEveryTickAfterWorkThatItFoundOrHeardOf() {
        tick(25, false);
        poll.wake();
        looks.set(0);

        tick(20, false);
        assertThat(looks).hasValue(20);

        tick(10, true);
        looks.set(0);
        tick(15, false);
        assertThat(looks).hasValue(15);
    }

    private void tick(int times, boolean work) {
        for (int i = 0; i < times; i++) {
            poll.tick(() -> {
                looks.incrementAndGet();
                return work;
            });
        }
    }
}
