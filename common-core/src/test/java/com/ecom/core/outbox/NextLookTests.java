package com.ecom.core.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.core.outbox.OutboxStore.Pass;
import com.ecom.core.outbox.OutboxStore.Settlement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class NextLookTests {

    private static final Pass NOTHING = new Pass(Settlement.NOTHING, false, false);
    private static final Pass SHARED = new Pass(Settlement.NOTHING, false, true);

    private long now;
    private final NextLook look = new NextLook(Duration.ofSeconds(5), () -> now);

    @Test
    void theFirstIsDueAndTheNextAfterTheInterval() {
        assertThat(look.isDue()).isTrue();

        look.after(NOTHING, true);

        assertThat(look.isDue()).isFalse();
        assertThat(look.comesIn()).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(6));
    }

    @Test
    void passesInBetweenDoNotPutItOff() {
        look.after(NOTHING, true);
        for (int second = 0; second < 6; second++) {
            now += TimeUnit.SECONDS.toNanos(1);
            look.after(NOTHING, false);
        }

        assertThat(look.isDue()).isTrue();
    }

    @Test
    void whatAnotherRelayHoldsIsLookedForSoonAndThenMoreSeldomUntilSomethingNewComes() {
        look.after(SHARED, true);
        assertThat(look.comesIn()).isEqualTo(Duration.ofMillis(20));
        look.after(SHARED, true);
        assertThat(look.comesIn()).isEqualTo(Duration.ofMillis(40));

        look.nudged();
        look.after(SHARED, true);

        assertThat(look.comesIn()).isEqualTo(Duration.ofMillis(20));
    }

    @Test
    void aBusyRelayDoesNotGetTiredOfWhatAnotherHolds() {
        for (int i = 0; i < 10; i++) {
            look.after(new Pass(Settlement.NOTHING, true, true), true);
        }
        look.after(SHARED, true);

        assertThat(look.comesIn()).isEqualTo(Duration.ofMillis(20));
    }
}
