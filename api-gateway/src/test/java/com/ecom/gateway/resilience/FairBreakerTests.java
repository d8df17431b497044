package com.ecom.gateway.resilience;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.gateway.settings.TrafficProperties;
import com.ecom.gateway.settings.TrafficProperties.Breaker;
import com.ecom.gateway.settings.TrafficProperties.Profile;
import com.ecom.gateway.settings.TrafficProperties.Rate;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** As in production: ten of the last twenty calls, at least ten, open it; then five find out how it is. */
class FairBreakerTests {

    private static final Breaker SETTINGS =
            new Breaker(20, 10, 50, 60, Duration.ofMillis(20), Duration.ofMillis(50), 5);
    private static final FairnessKey ATTACKER = key("attacker");

    private final CircuitBreaker inside = new ResilienceConfiguration()
            .breakers(
                    new TrafficProperties(
                            "it",
                            List.of(),
                            Map.of("it", new Profile(new Rate(1, 1), Map.of(), SETTINGS, 10, 10, 10, Map.of(), 10))),
                    new SimpleMeterRegistry())
            .circuitBreaker("any");
    private final FairBreaker breaker = new FairBreaker(inside, SETTINGS);

    @Test
    void oneCallerAloneNeverOpensItHoweverOftenAllFails() {
        fail(ATTACKER, 1_000);

        assertThat(inside.getState()).isEqualTo(State.CLOSED);
        assertThat(breaker.tryAcquire(key("somebody"))).isNotNull();
    }

    @Test
    void oneCallerAmongTwoWithBadLuckDoesNotOpenItWhileOthersAreServed() {
        for (int other = 0; other < 20; other++) {
            enter(key("other-" + other)).succeeded(false);
        }
        fail(key("unlucky-1"), 1);
        fail(key("unlucky-2"), 1);
        fail(ATTACKER, 1_000);

        assertThat(inside.getState()).isEqualTo(State.CLOSED);
    }

    @Test
    void oneCallerAloneNeverOpensItBySlowness() {
        for (int call = 0; call < 25; call++) {
            slow(ATTACKER);
        }

        assertThat(inside.getState()).isEqualTo(State.CLOSED);
    }

    @Test
    void threeCallersToWhomAllFailsOpenIt() {
        for (var name : List.of("one", "two", "three")) {
            fail(key(name), 10);
        }

        assertThat(inside.getState()).isEqualTo(State.OPEN);
        assertThat(breaker.tryAcquire(key("four"))).isNull();
    }

    @Test
    void threeCallersToWhomAllIsSlowOpenIt() {
        for (int call = 0; call < 12 && inside.getState() == State.CLOSED; call++) {
            slow(key("caller-" + call % 3));
        }

        assertThat(inside.getState()).isEqualTo(State.OPEN);
    }

    @Test
    void connectionsThatAreRefusedOpenItWhoeverFindsThem() {
        refuse(ATTACKER, 10);

        assertThat(inside.getState()).isEqualTo(State.OPEN);
    }

    @Test
    void oneCallerDoesNotKeepItOpenWhileItWorksForOthers() {
        refuse(ATTACKER, 10);
        untilTriedAgain();

        for (int other = 0; other < 5; other++) {
            enter(key("other-" + other)).succeeded(false);
            if (inside.getState() == State.HALF_OPEN) {
                fail(ATTACKER, 10);
            }
        }
        assertThat(inside.getState()).isEqualTo(State.CLOSED);
    }

    @Test
    void oneCallerWhoNeverEndsDoesNotTakeThePlacesOfOthersThatFindOutHowItIs() {
        refuse(ATTACKER, 10);
        untilTriedAgain();

        var hanging = enter(ATTACKER);
        assertThat(breaker.tryAcquire(ATTACKER)).isNull();
        for (int other = 0; other < 4; other++) {
            enter(key("other-" + other)).succeeded(false);
        }
        hanging.release();
        enter(key("other-5")).succeeded(false);
        assertThat(inside.getState()).isEqualTo(State.CLOSED);
    }

    @Test
    void onceATrialHasSucceededNobodyIsRefusedBecauseOthersTry() {
        refuse(ATTACKER, 10);
        untilTriedAgain();

        enter(key("first")).succeeded(false);
        for (int another = 0; another < 20; another++) {
            enter(key("office"));
        }
        assertThat(inside.getState()).isEqualTo(State.HALF_OPEN);
    }

    @Test
    void callsBesideTheTrialsDecideNothing() {
        refuse(ATTACKER, 10);
        untilTriedAgain();

        enter(key("first")).succeeded(false);
        enter(key("office"));
        for (int another = 0; another < 20; another++) {
            enter(key("office")).refused(new ConnectException("refused"));
            enter(key("office")).succeeded(false);
        }
        assertThat(inside.getState()).isEqualTo(State.HALF_OPEN);
    }

    @Test
    void whereItStillFailsForThreeItIsLeftAloneAgainAtOnce() {
        refuse(ATTACKER, 10);
        untilTriedAgain();

        for (var name : List.of("one", "two", "three")) {
            fail(key(name), 1);
        }
        assertThat(inside.getState()).isEqualTo(State.OPEN);
    }

    private void untilTriedAgain() {
        assertThat(inside.getState()).isEqualTo(State.OPEN);
        await().pollInterval(Duration.ofMillis(10)).until(() -> {
            var call = breaker.tryAcquire(key("first"));
            if (call != null) {
                call.release();
            }
            return inside.getState() == State.HALF_OPEN;
        });
    }

    private void fail(FairnessKey key, int times) {
        for (int call = 0; call < times; call++) {
            var made = breaker.tryAcquire(key);
            if (made != null) {
                made.failed(new IOException("Answered 500"));
            }
        }
    }

    private void refuse(FairnessKey key, int times) {
        for (int call = 0; call < times; call++) {
            enter(key).refused(new ConnectException("refused"));
        }
    }

    private void slow(FairnessKey key) {
        var call = enter(key);
        var began = System.nanoTime();
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(2))
                .until(() -> System.nanoTime() - began > Duration.ofMillis(25).toNanos());
        call.succeeded(false);
    }

    private FairBreaker.Call enter(FairnessKey key) {
        return requireNonNull(breaker.tryAcquire(key));
    }

    private static FairnessKey key(String name) {
        return new FairnessKey("net-" + name, name);
    }
}
