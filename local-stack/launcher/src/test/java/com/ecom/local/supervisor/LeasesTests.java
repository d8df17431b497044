package com.ecom.local.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LeasesTests {

    private static final Duration A_MOMENT = Duration.ofMillis(300);

    @Test
    void theStackEndsAWhileAfterTheLastHasGone() {
        var leases = new Leases(A_MOMENT);
        assertThat(leases.take()).isTrue();
        assertThat(leases.take()).isTrue();
        var end = end(leases);
        leases.giveBack();
        leases.giveBack();
        assertThat(end).isNotDone();
        await().until(end::isDone);
    }

    @Test
    void whoComesTooLateIsTurnedAway() {
        var leases = new Leases(Duration.ZERO);
        leases.end();
        assertThat(leases.take()).isFalse();
    }

    @Test
    void theStackStaysWhileSomebodyHoldsIt() {
        var leases = new Leases(Duration.ZERO);
        assertThat(leases.take()).isTrue();
        assertThat(leases.take()).isTrue();
        var end = end(leases);
        leases.giveBack();
        await().during(A_MOMENT).until(() -> !end.isDone());
    }

    @Test
    void whoComesInTimeSavesTheStack() {
        var leases = new Leases(A_MOMENT);
        assertThat(leases.take()).isTrue();
        leases.giveBack();
        assertThat(leases.take()).isTrue();
        var end = end(leases);
        await().during(A_MOMENT.multipliedBy(2)).until(() -> !end.isDone());
    }

    @Test
    void whatIsKeptEndsOnlyWhenItIsTakenDown() {
        var leases = new Leases(Duration.ZERO);
        assertThat(leases.take()).isTrue();
        leases.keep();
        leases.giveBack();
        var end = end(leases);
        await().during(A_MOMENT).until(() -> !end.isDone());
        leases.end();
        await().until(end::isDone);
    }

    private static CompletableFuture<Void> end(Leases leases) {
        var end = new CompletableFuture<Void>();
        Thread.ofVirtual().start(() -> {
            try {
                leases.awaitEnd();
                end.complete(null);
            } catch (InterruptedException e) {
                end.completeExceptionally(e);
            }
        });
        return end;
    }
}
