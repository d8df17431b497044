package com.ecom.order.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders come, wait for their turn and are answered at some rate, in simulated time. */
class BacklogTests {

    private static final int LOOK_EVERY_MILLIS = 250;
    private static final int WINDOW_MILLIS = 5_000;

    private final Backlog backlog = new Backlog(Duration.ofSeconds(3), 120);
    private final Deque<Integer> waiting = new ArrayDeque<>();
    private final List<Integer> waits = new ArrayList<>();
    private final List<Integer> answeredAt = new ArrayList<>();
    private int now;
    private double credit;

    @ParameterizedTest
    @ValueSource(doubles = {5, 11, 40, 166})
    void aHundredCustomersWhoWaitForTheirOrdersAreNeverRefusedHoweverSlowTheMachineIs(double perSecond) {
        while (now < 60_000) {
            for (int idle = 100 - waiting.size(); idle > 0; idle--) {
                order();
            }
            pass(perSecond);
        }

        assertThat(backlog.refused()).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 2, 3, 5})
    void whoIsLetInIsAnsweredInTimeAndNobodyIsIdleHoweverMuchIsOrdered(double timesCapacity) {
        var capacity = 60;
        var offered = 0.0;
        while (now < 60_000) {
            for (offered += capacity * timesCapacity / 1_000; offered >= 1; offered--) {
                order();
            }
            pass(capacity);
        }

        var sorted = waits.stream().sorted().toList();
        assertThat(sorted.get(sorted.size() * 99 / 100)).isLessThan(3_600);
        assertThat(answeredAt.size() / 60.0).isGreaterThan(0.95 * Math.min(1, timesCapacity) * capacity);
        if (timesCapacity <= 0.5) {
            assertThat(backlog.refused()).isZero();
        }
    }

    @Test
    void aSlowerMachineLetsFewerIn() {
        for (var capacity : new int[] {200, 50}) {
            var end = now + 20_000;
            while (now < end) {
                order();
                pass(capacity);
            }
        }

        assertThat(waiting).hasSizeBetween(130, 160);
        assertThat(backlog.most()).isBetween(140.0, 160.0);
    }

    @Test
    void ordersAreTakenAsBeforeWhileNothingIsAnsweredAtAll() {
        while (now < 30_000) {
            if (now % 50 == 0) {
                order();
            }
            pass(0);
        }

        assertThat(backlog.most()).isInfinite();
        assertThat(waiting.size()).isGreaterThan(500);
    }

    @Test
    void whoIsRefusedIsToldHowLongTheOthersTake() {
        while (now < 10_000) {
            order();
            pass(60);
        }

        assertThat(backlog.turnAway()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    private void order() {
        if (backlog.enter()) {
            backlog.placed();
            backlog.leave();
            waiting.add(now);
        } else {
            backlog.turnAway();
        }
    }

    private void pass(double perSecond) {
        now++;
        for (credit = waiting.isEmpty() ? 0 : credit + perSecond / 1_000; credit >= 1 && !waiting.isEmpty(); credit--) {
            waits.add(now - waiting.remove());
            answeredAt.add(now);
            backlog.answered();
        }
        if (now % LOOK_EVERY_MILLIS == 0) {
            var from = Math.max(0, now - WINDOW_MILLIS);
            var lately =
                    answeredAt.reversed().stream().takeWhile(it -> it > from).count();
            backlog.looked(backlog.mark(), waiting.size(), lately, Duration.ofMillis(now - from));
        }
    }
}
