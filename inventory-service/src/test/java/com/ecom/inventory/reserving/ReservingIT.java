package com.ecom.inventory.reserving;

import static com.ecom.inventory.Shelf.one;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.inventory.Shelf;
import com.ecom.inventory.model.Line;
import com.ecom.inventory.model.ReservationFact;
import com.ecom.inventory.model.ReservationFact.Commit;
import com.ecom.inventory.model.ReservationFact.Expire;
import com.ecom.inventory.model.ReservationFact.Release;
import com.ecom.inventory.model.ReservationFact.Reserve;
import com.ecom.test.ServiceTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ServiceTest
class ReservingIT {

    static final Instant LATER = Instant.parse("2999-01-01T00:00:00Z");

    @Autowired
    ChangeReservation change;

    @Autowired
    ExpireHolds expireHolds;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    Shelf shelf;

    @BeforeEach
    void shelf() {
        shelf = new Shelf(jdbc);
    }

    @Test
    void sixteenBuyersAtOnceGetExactlyWhatThereIs() throws Exception {
        var sku = shelf.with(50);
        var orders = orders(64);

        atOnce(16, orders.stream().map(it -> reserving(it, one(sku))).toList());

        assertThat(orders.stream().map(shelf::stateOf))
                .filteredOn("HELD"::equals)
                .hasSize(50);
        assertThat(orders.stream().map(shelf::stateOf))
                .filteredOn("REJECTED"::equals)
                .hasSize(14);
        assertThat(shelf.available(sku)).isZero();
        assertThat(shelf.explained(sku)).isZero();
    }

    @Test
    void ofABatchThatWantsMoreThanThereIsTheFirstGetIt() {
        var sku = shelf.with(5);
        var plenty = shelf.with(100);
        var orders = orders(8);

        change.handleAll(orders.stream()
                .map(it -> new ReservationRequest(it, reserve(lines(plenty, 2, sku, 1), LATER)))
                .toList());

        assertThat(orders.stream().map(shelf::stateOf))
                .containsExactly("HELD", "HELD", "HELD", "HELD", "HELD", "REJECTED", "REJECTED", "REJECTED");
        assertThat(shelf.available(sku)).isZero();
        assertThat(shelf.explained(sku)).isZero();
        assertThat(shelf.available(plenty)).isEqualTo(90);
        assertThat(shelf.explained(plenty)).isEqualTo(90);
    }

    @Test
    void inABatchAnOrderGetsWhatAnotherGivesBackBeforeIt() {
        var sku = shelf.with(1);
        var first = reserved(sku, LATER);
        var second = UUID.randomUUID();
        var third = UUID.randomUUID();

        change.handleAll(List.of(
                new ReservationRequest(first, new Release()),
                new ReservationRequest(second, reserve(one(sku), LATER)),
                new ReservationRequest(third, reserve(one(sku), LATER)),
                new ReservationRequest(second, new Commit())));

        assertThat(shelf.stateOf(first)).isEqualTo("RELEASED");
        assertThat(shelf.stateOf(second)).isEqualTo("COMMITTED");
        assertThat(shelf.stateOf(third)).isEqualTo("REJECTED");
        assertThat(shelf.available(sku)).isZero();
        assertThat(shelf.explained(sku)).isZero();
    }

    @Test
    void batchesAtTheSameTimeSellExactlyWhatThereIs() throws Exception {
        var first = shelf.with(60);
        var second = shelf.with(60);
        var orders = orders(200);

        atOnce(
                8,
                IntStream.range(0, 20)
                        .<Callable<Void>>mapToObj(batch -> () -> {
                            change.handleAll(orders.subList(batch * 10, batch * 10 + 10).stream()
                                    .map(it -> new ReservationRequest(it, reserve(lines(second, 1, first, 1), LATER)))
                                    .toList());
                            return null;
                        })
                        .toList());

        assertThat(orders.stream().map(shelf::stateOf))
                .filteredOn("HELD"::equals)
                .hasSize(60);
        assertThat(shelf.available(first)).isZero();
        assertThat(shelf.available(second)).isZero();
        assertThat(shelf.explained(first)).isZero();
    }

    @Test
    void holdsAllLinesOrNone() {
        var plenty = shelf.with(10);
        var few = shelf.with(1);
        var order = UUID.randomUUID();

        change.handle(order, reserve(lines(plenty, 3, few, 2), LATER));

        assertThat(shelf.stateOf(order)).isEqualTo("REJECTED");
        assertThat(shelf.available(plenty)).isEqualTo(10);
        assertThat(shelf.available(few)).isEqualTo(1);
        assertThat(shelf.explained(plenty)).isEqualTo(10);
        assertThat(linesOf(order)).isZero();
    }

    @Test
    void ordersThatWantTheSameThingsTheOtherWayRoundDoNotBlockEachOther() throws Exception {
        var first = shelf.with(40);
        var second = shelf.with(40);
        var orders = orders(40);

        atOnce(
                16,
                IntStream.range(0, 40)
                        .mapToObj(it -> reserving(
                                orders.get(it), it % 2 == 0 ? lines(first, 1, second, 1) : lines(second, 1, first, 1)))
                        .toList());

        assertThat(orders.stream().map(shelf::stateOf)).containsOnly("HELD");
        assertThat(shelf.available(first)).isZero();
        assertThat(shelf.available(second)).isZero();
    }

    @Test
    void givesBackOnceHoweverOftenItIsAskedTo() throws Exception {
        var sku = shelf.with(5);
        var order = reserved(sku, LATER);

        atOnce(
                8,
                IntStream.range(0, 8).mapToObj(_ -> doing(order, new Release())).toList());

        assertThat(shelf.stateOf(order)).isEqualTo("RELEASED");
        assertThat(shelf.available(sku)).isEqualTo(5);
        assertThat(shelf.explained(sku)).isEqualTo(5);
    }

    @Test
    void aReleaseThatHasToWaitForTheReservationGivesEverythingBack() throws Exception {
        var sku = shelf.with(5);
        var first = new UUID(0, UUID.randomUUID().getLeastSignificantBits());
        var order = UUID.randomUUID();
        change.handle(first, reserve(one(sku), LATER));
        Callable<Void> releaseBoth = () -> {
            change.handleAll(List.of(
                    new ReservationRequest(first, new Release()), new ReservationRequest(order, new Release())));
            return null;
        };
        try (var other = Executors.newSingleThreadExecutor()) {
            var release = transaction.execute(_ -> {
                change.handle(order, reserve(List.of(new Line(sku, 2)), LATER));
                var waiting = other.submit(releaseBoth);
                await().until(() ->
                        jdbc.sql("select count(*) from information_schema.innodb_trx where trx_state = 'LOCK WAIT'")
                                        .query(Integer.class)
                                        .single()
                                > 0);
                return waiting;
            });
            Objects.requireNonNull(release).get();
        }

        assertThat(shelf.stateOf(order)).isEqualTo("RELEASED");
        assertThat(shelf.available(sku)).isEqualTo(5);
        assertThat(shelf.explained(sku)).isEqualTo(5);
    }

    @Test
    void refusesToHoldWhatWasReleasedBeforeItWasOrdered() {
        var sku = shelf.with(5);
        var order = UUID.randomUUID();

        change.handle(order, new Release());
        change.handle(order, reserve(one(sku), LATER));

        assertThat(shelf.stateOf(order)).isEqualTo("RELEASED");
        assertThat(shelf.available(sku)).isEqualTo(5);
    }

    @Test
    void putsBackOnSaleWhatNobodyPaidFor() {
        var sku = shelf.with(5);
        var order = reserved(sku, Instant.now().minusSeconds(60));
        var other = reserved(sku, LATER);

        expireHolds.sweep();

        assertThat(shelf.stateOf(order)).isEqualTo("EXPIRED");
        assertThat(shelf.stateOf(other)).isEqualTo("HELD");
        assertThat(shelf.available(sku)).isEqualTo(4);
    }

    @Test
    void expiryAndCommitEndInOneTruthWhoeverComesFirst() throws Exception {
        var sku = shelf.with(20);
        var now = Instant.now();
        var orders = IntStream.range(0, 20)
                .mapToObj(_ -> reserved(sku, now.minusSeconds(60)))
                .toList();
        var race = new ArrayList<Callable<Void>>();
        orders.forEach(it -> {
            race.add(doing(it, new Expire(now)));
            race.add(doing(it, new Commit()));
        });

        atOnce(8, race);

        // Whatever expired first was taken back by its commit, because it was still there.
        assertThat(orders.stream().map(shelf::stateOf)).containsOnly("COMMITTED");
        assertThat(shelf.available(sku)).isZero();
        assertThat(shelf.explained(sku)).isZero();
    }

    @Test
    void refusesToCommitWhatExpiredAndWasSoldToSomebodyElse() {
        var sku = shelf.with(1);
        var order = reserved(sku, Instant.now().minusSeconds(60));
        change.handle(order, new Expire(Instant.now()));
        var other = reserved(sku, LATER);

        change.handle(order, new Commit());

        assertThat(shelf.stateOf(order)).isEqualTo("EXPIRED");
        assertThat(shelf.stateOf(other)).isEqualTo("HELD");
        assertThat(shelf.explained(sku)).isZero();
    }

    /** For somebody new each time. */
    private static Reserve reserve(List<Line> lines, Instant until) {
        return new Reserve(UUID.randomUUID(), lines, until);
    }

    @Test
    void oneOwnerHasStockHeldForTwentyOrdersAtMost() {
        var sku = shelf.with(50);
        var owner = UUID.randomUUID();
        var orders = orders(22);

        change.handleAll(orders.stream()
                .map(it -> new ReservationRequest(it, new Reserve(owner, one(sku), LATER)))
                .toList());
        change.handle(orders.getFirst(), new Commit());
        var next = UUID.randomUUID();
        change.handle(next, new Reserve(owner, one(sku), LATER));

        assertThat(orders.subList(0, 20).stream().map(shelf::stateOf)).doesNotContain("REJECTED");
        assertThat(orders.subList(20, 22).stream().map(shelf::stateOf)).containsOnly("REJECTED");
        assertThat(shelf.stateOf(next)).isEqualTo("HELD");
        assertThat(shelf.available(sku)).isEqualTo(29);
    }

    @Test
    void theSweeperAndACommitAtTheSameMomentEndInOneTruth() throws Exception {
        for (int round = 0; round < 20; round++) {
            var sku = shelf.with(1);
            var order = reserved(sku, Instant.now().minusSeconds(60));
            var together = new CyclicBarrier(2);

            atOnce(
                    2,
                    List.of(
                            () -> {
                                together.await();
                                expireHolds.sweep();
                                return null;
                            },
                            () -> {
                                together.await();
                                change.handle(order, new Commit());
                                return null;
                            }));

            assertThat(shelf.stateOf(order)).isEqualTo("COMMITTED");
            assertThat(shelf.available(sku)).isZero();
            assertThat(shelf.explained(sku)).isZero();
        }
    }

    private UUID reserved(String sku, Instant until) {
        var order = UUID.randomUUID();
        change.handle(order, reserve(one(sku), until));
        return order;
    }

    private Callable<Void> reserving(UUID order, List<Line> lines) {
        return doing(order, reserve(Line.summed(lines), LATER));
    }

    private Callable<Void> doing(UUID order, ReservationFact fact) {
        return () -> {
            change.handle(order, fact);
            return null;
        };
    }

    private int linesOf(UUID order) {
        return jdbc.sql("select count(*) from reservation_line where order_id = :order")
                .param("order", order.toString())
                .query(Integer.class)
                .single();
    }

    private static List<UUID> orders(int count) {
        return IntStream.range(0, count).mapToObj(_ -> UUID.randomUUID()).toList();
    }

    private static List<Line> lines(String sku, int quantity, String other, int otherQuantity) {
        return List.of(new Line(sku, quantity), new Line(other, otherQuantity));
    }

    /** Fails with the first failure of any of them. */
    private static void atOnce(int threads, List<Callable<Void>> tasks) throws Exception {
        try (var pool = Executors.newFixedThreadPool(threads)) {
            for (var done : pool.invokeAll(tasks)) {
                done.get();
            }
        }
    }
}
