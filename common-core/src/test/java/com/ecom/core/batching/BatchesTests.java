package com.ecom.core.batching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class BatchesTests {

    private final List<List<Integer>> rounds = new ArrayList<>();
    private final CountDownLatch othersHaveCome = new CountDownLatch(1);

    @Test
    void whoeverIsAloneDoesNotWait() {
        var batches = new Batches<Integer, String>(10, this::spoken);
        othersHaveCome.countDown();

        assertThat(batches.join(7)).isEqualTo("7");
        assertThat(rounds).containsExactly(List.of(7));
    }

    @Test
    void thoseWhoComeDuringARoundShareTheNextOnes() throws Exception {
        var batches = new Batches<Integer, String>(10, this::spoken);

        var outcomes = allOf(batches, 26);

        for (int i = 0; i < outcomes.size(); i++) {
            assertThat(outcomes.get(i).get()).isEqualTo(String.valueOf(i));
        }
        assertThat(rounds).hasSize(4).allSatisfy(it -> assertThat(it).hasSizeLessThanOrEqualTo(10));
    }

    @Test
    void everybodyHearsOnlyOfTheirOwnFailure() throws Exception {
        var batches = new Batches<Integer, String>(10, wishes -> {
            var all = spoken(wishes);
            if (wishes.contains(5)) {
                throw new IllegalArgumentException("five");
            }
            return all;
        });

        var outcomes = allOf(batches, 10);

        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> outcomes.get(5).get())
                .withCauseInstanceOf(IllegalArgumentException.class);
        assertThat(outcomes.get(4).get()).isEqualTo("4");
        assertThat(outcomes.get(6).get()).isEqualTo("6");
    }

    @Test
    void whatIsAwayIsNotTriedAgainForEachOfThem() {
        var batches = new Batches<Integer, String>(10, wishes -> {
            var all = spoken(wishes);
            if (wishes.size() > 1) {
                throw new DataAccessResourceFailureException("away");
            }
            return all;
        });

        var outcomes = allOf(batches, 11);

        assertThat(outcomes.stream().filter(it -> it.state() == Future.State.FAILED))
                .hasSize(10);
        assertThat(rounds).hasSize(2);
    }

    @Test
    void whoWaitsWhileSomethingTurnsOutToBeAwayHearsSoAtOnce() {
        var batches = new Batches<Integer, String>(10, wishes -> {
            spoken(wishes);
            throw new DataAccessResourceFailureException("away");
        });

        var outcomes = allOf(batches, 26);

        assertThat(outcomes).allMatch(it -> it.state() == Future.State.FAILED);
        assertThat(rounds).hasSize(1);
    }

    @Test
    void nobodyMayJoinWithinATransaction() {
        var batches = new Batches<Integer, String>(10, this::spoken);
        TransactionSynchronizationManager.setActualTransactionActive(true);
        try {
            assertThatExceptionOfType(IllegalTransactionStateException.class).isThrownBy(() -> batches.join(1));
        } finally {
            TransactionSynchronizationManager.setActualTransactionActive(false);
        }
    }

    @Test
    void aRoundThatForgetsSomebodyFails() {
        var batches = new Batches<Integer, String>(10, _ -> List.of());

        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> batches.join(1));
    }

    @Test
    void theFailureOfWhoeverIsAloneIsThrownAsItIs() {
        var batches = new Batches<Integer, String>(10, _ -> {
            throw new IllegalArgumentException("no");
        });

        assertThatIllegalArgumentException().isThrownBy(() -> batches.join(1)).withMessage("no");
    }

    /** The first round begins with the first wish and goes on until all others wait. */
    private List<Future<String>> allOf(Batches<Integer, String> batches, int count) {
        var threads = new ArrayList<Thread>();
        var outcomes = new ArrayList<Future<String>>();
        for (int i = 0; i < count; i++) {
            var wish = i;
            var outcome = new FutureTask<>(() -> batches.join(wish));
            var thread = Thread.ofPlatform().daemon().start(outcome);
            await().until(() -> thread.getState() == Thread.State.WAITING);
            threads.add(thread);
            outcomes.add(outcome);
        }
        othersHaveCome.countDown();
        threads.forEach(it -> await().until(() -> !it.isAlive()));
        return outcomes;
    }

    private List<String> spoken(List<Integer> wishes) {
        rounds.add(wishes);
        try {
            othersHaveCome.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return wishes.stream().map(String::valueOf).toList();
    }
}
