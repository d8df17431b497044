package com.ecom.core.outbox;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BrokerAvailabilityTests {

    private final AtomicLong now = new AtomicLong(-7);
    private final BrokerAvailability answers = new BrokerAvailability(now::get);

    @Test
    void comeForAsLongAsThereWereSomeEveryFewSeconds() {
        assertThat(answers.comingFor()).isEqualTo(ZERO);
        for (int i = 0; i < 10; i++) {
            answers.came();
            pass(7);
        }

        assertThat(answers.comingFor()).isEqualTo(ofSeconds(70));
    }

    @Test
    void areMissedAfterFiveSeconds() {
        assertThat(answers.areMissed()).isTrue();
        answers.came();
        pass(4);
        assertThat(answers.areMissed()).isFalse();
        pass(1);
        assertThat(answers.areMissed()).isTrue();
    }

    @Test
    void doNotComeAnyMoreWhenThereWasNoneLately() {
        answers.came();
        pass(14);
        assertThat(answers.comingFor()).isEqualTo(ofSeconds(14));
        pass(1);
        assertThat(answers.comingFor()).isEqualTo(ZERO);

        answers.came();
        pass(3);
        assertThat(answers.comingFor()).isEqualTo(ofSeconds(3));
    }

    @Test
    void beginAnewAfterAFailure() {
        answers.came();
        pass(10);
        answers.failed();
        assertThat(answers.comingFor()).isEqualTo(ZERO);
        answers.came();
        pass(2);

        assertThat(answers.comingFor()).isEqualTo(ofSeconds(2));
    }

    private void pass(int seconds) {
        now.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
    }
}
