package com.ecom.gateway.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.gateway.settings.TrafficProperties.Shed;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A service does so many requests at once in 20 ms each; each more takes longer in proportion. */
class AdaptiveLimitTests {

    private static final long GOOD = Duration.ofMillis(20).toNanos();

    private long now;
    private final AdaptiveLimit limit = new AdaptiveLimit(new Shed(10, 50, 500), () -> now);

    @Test
    void growsUntilRequestsTakeTwiceAsLongAsInGoodTimes() {
        calm();
        crowd(100, 1_000);

        assertThat(limit.current()).isBetween(150, 300);
    }

    @Test
    void aServiceThatBecomesSlowerIsLetAlonePieceByPiece() {
        calm();
        crowd(100, 1_000);
        var before = limit.current();
        crowd(30, 200);

        assertThat(limit.current()).isLessThan(before / 2).isBetween(45, 90);
    }

    @Test
    void aLongOverloadDoesNotBecomeTheMeasure() {
        calm();
        crowd(30, 3_000);

        assertThat(limit.current()).isLessThan(120);
    }

    @Test
    void aServiceThatIsItselfAgainGetsMoreAgain() {
        calm();
        crowd(30, 300);
        crowd(200, 1_000);

        assertThat(limit.current()).isGreaterThan(300);
    }

    @Test
    void whatIsNotAnsweredInTimeTakesItDownToTheLeast() {
        for (int window = 0; window < 50; window++) {
            for (int request = 0; request < 20; request++) {
                limit.onDropped(somebody(request), limit.current());
                now += Duration.ofMillis(10).toNanos();
            }
        }
        assertThat(limit.current()).isEqualTo(10);
    }

    @Test
    void whereNothingIsHeldBackItStays() {
        for (int request = 0; request < 10_000; request++) {
            limit.onSuccess(somebody(request), GOOD, 5);
            now += Duration.ofMillis(20).toNanos();
        }
        assertThat(limit.current()).isEqualTo(50);
    }

    @Test
    void fewRequestsDecideNothing() {
        for (int request = 0; request < 9; request++) {
            limit.onDropped(somebody(request), 50);
            now += Duration.ofSeconds(1).toNanos();
        }
        assertThat(limit.current()).isEqualTo(50);
    }

    @Test
    void oneNetworkTakesItDownForNobody() {
        calm();
        for (int request = 0; request < 10_000; request++) {
            limit.onDropped("attacker", 50);
            limit.onSuccess("attacker", 100 * GOOD, 50);
            if (request % 3 == 0) {
                limit.onSuccess(somebody(request / 3), GOOD, 50);
            }
            now += Duration.ofMillis(10).toNanos();
        }
        assertThat(limit.current()).isGreaterThan(100);
    }

    private static String somebody(int number) {
        return "net-" + number % 20;
    }

    /** So that it knows how long things take. */
    private void calm() {
        for (int request = 0; request < 100; request++) {
            limit.onSuccess(somebody(request), GOOD, 1);
            now += GOOD;
        }
    }

    /** As many ask as are let in. */
    private void crowd(int atOnce, int windows) {
        for (int window = 0; window < windows; window++) {
            var underWay = limit.current();
            var took = GOOD * Math.max(atOnce, underWay) / atOnce;
            for (int request = 0; request < 20; request++) {
                limit.onSuccess(somebody(request), took, underWay);
                now += Duration.ofMillis(6).toNanos();
            }
        }
    }
}
