package com.ecom.inventory.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.ecom.inventory.model.Decision.IfThereIsEnough;
import com.ecom.inventory.model.Decision.Settled;
import com.ecom.inventory.model.InventoryEvent.CommitFailed;
import com.ecom.inventory.model.InventoryEvent.HoldExpired;
import com.ecom.inventory.model.InventoryEvent.Reason;
import com.ecom.inventory.model.InventoryEvent.ReservationFailed;
import com.ecom.inventory.model.InventoryEvent.StockCommitted;
import com.ecom.inventory.model.InventoryEvent.StockReleased;
import com.ecom.inventory.model.InventoryEvent.StockReserved;
import com.ecom.inventory.model.ReservationFact.Commit;
import com.ecom.inventory.model.ReservationFact.Expire;
import com.ecom.inventory.model.ReservationFact.Release;
import com.ecom.inventory.model.ReservationFact.Reserve;
import com.ecom.inventory.model.ReservationState.Committed;
import com.ecom.inventory.model.ReservationState.Expired;
import com.ecom.inventory.model.ReservationState.Held;
import com.ecom.inventory.model.ReservationState.None;
import com.ecom.inventory.model.ReservationState.Rejected;
import com.ecom.inventory.model.ReservationState.Released;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReservationTests {

    static final UUID ORDER = UUID.randomUUID();
    static final List<Line> LINES = List.of(new Line("MUG-01", 2), new Line("TEA-01", 1));
    static final Instant UNTIL = Instant.parse("2026-01-15T10:40:00Z");
    static final List<Shortage> SHORT = List.of(new Shortage("MUG-01", 2, 1));

    static final Reserve RESERVE = new Reserve(UUID.randomUUID(), LINES, UNTIL);
    static final Commit COMMIT = new Commit();
    static final Release RELEASE = new Release();
    static final Expire TOO_EARLY = new Expire(UNTIL);
    static final Expire TOO_LATE = new Expire(UNTIL.plusMillis(1));

    static final None NONE = new None();
    static final Held HELD = new Held(UNTIL);
    static final Committed COMMITTED = new Committed();
    static final Released RELEASED = new Released();
    static final Expired EXPIRED = new Expired();
    static final Rejected REJECTED = new Rejected(Reason.OUT_OF_STOCK, SHORT);

    static final Rejected REFUSED = new Rejected(Reason.TOO_MANY_OPEN_ORDERS, List.of());

    /** Every state and every fact: where it leads, what moves, what is said. */
    static Stream<Arguments> table() {
        return Stream.of(
                row(NONE, COMMIT, NONE, Movement.NONE, new CommitFailed(ORDER)),
                row(NONE, RELEASE, RELEASED, Movement.NONE, new StockReleased(ORDER)),
                row(NONE, TOO_LATE, NONE, Movement.NONE, null),
                row(HELD, RESERVE, HELD, Movement.NONE, new StockReserved(ORDER, UNTIL)),
                row(HELD, COMMIT, COMMITTED, Movement.NONE, new StockCommitted(ORDER)),
                row(HELD, RELEASE, RELEASED, Movement.RELEASED, new StockReleased(ORDER)),
                row(HELD, TOO_EARLY, HELD, Movement.NONE, null),
                row(HELD, TOO_LATE, EXPIRED, Movement.EXPIRED, new HoldExpired(ORDER)),
                row(COMMITTED, RESERVE, COMMITTED, Movement.NONE, new StockCommitted(ORDER)),
                row(COMMITTED, COMMIT, COMMITTED, Movement.NONE, new StockCommitted(ORDER)),
                row(COMMITTED, RELEASE, RELEASED, Movement.RELEASED, new StockReleased(ORDER)),
                row(COMMITTED, TOO_LATE, COMMITTED, Movement.NONE, null),
                row(EXPIRED, RESERVE, EXPIRED, Movement.NONE, new HoldExpired(ORDER)),
                row(EXPIRED, RELEASE, RELEASED, Movement.NONE, new StockReleased(ORDER)),
                row(EXPIRED, TOO_LATE, EXPIRED, Movement.NONE, null),
                row(
                        RELEASED,
                        RESERVE,
                        RELEASED,
                        Movement.NONE,
                        new ReservationFailed(ORDER, Reason.RELEASED_BEFORE, List.of())),
                row(RELEASED, COMMIT, RELEASED, Movement.NONE, new CommitFailed(ORDER)),
                row(RELEASED, RELEASE, RELEASED, Movement.NONE, new StockReleased(ORDER)),
                row(RELEASED, TOO_LATE, RELEASED, Movement.NONE, null),
                row(
                        REJECTED,
                        RESERVE,
                        REJECTED,
                        Movement.NONE,
                        new ReservationFailed(ORDER, Reason.OUT_OF_STOCK, SHORT)),
                row(
                        REFUSED,
                        RESERVE,
                        REFUSED,
                        Movement.NONE,
                        new ReservationFailed(ORDER, Reason.TOO_MANY_OPEN_ORDERS, List.of())),
                row(REJECTED, COMMIT, REJECTED, Movement.NONE, new CommitFailed(ORDER)),
                row(REJECTED, RELEASE, REJECTED, Movement.NONE, new StockReleased(ORDER)),
                row(REJECTED, TOO_LATE, REJECTED, Movement.NONE, null));
    }

    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource("table")
    void settles(
            ReservationState state,
            ReservationFact fact,
            ReservationState next,
            Movement movement,
            @Nullable InventoryEvent reply) {
        var before = in(state);
        var after = new Reservation(ORDER, before.lines(), next);

        assertThat(before.on(fact)).isEqualTo(new Settled(after, movement, Optional.ofNullable(reply)));
    }

    @Test
    void holdsWhatAnOrderWantsIfThereIsEnough() {
        var decision = (IfThereIsEnough) Reservation.none(ORDER).on(RESERVE);

        assertThat(decision.taken())
                .isEqualTo(new Settled(in(HELD), Movement.RESERVED, Optional.of(new StockReserved(ORDER, UNTIL))));
    }

    @Test
    void saysWhatIsMissingIfThereIsNotEnough() {
        var refused = ((IfThereIsEnough) Reservation.none(ORDER).on(RESERVE))
                .otherwise()
                .apply(SHORT);

        assertThat(refused.next().state()).isEqualTo(REJECTED);
        assertThat(refused.movement()).isEqualTo(Movement.NONE);
        assertThat(refused.reply()).contains(new ReservationFailed(ORDER, Reason.OUT_OF_STOCK, SHORT));
    }

    @Test
    void triesToTakeAgainWhatExpiredBeforeItWasPaid() {
        var decision = (IfThereIsEnough) in(EXPIRED).on(COMMIT);

        assertThat(decision.taken())
                .isEqualTo(new Settled(in(COMMITTED), Movement.REACQUIRED, Optional.of(new StockCommitted(ORDER))));
        assertThat(decision.otherwise().apply(SHORT))
                .isEqualTo(new Settled(in(EXPIRED), Movement.NONE, Optional.of(new CommitFailed(ORDER))));
    }

    @Test
    void addsUpLinesOfTheSameSkuInLockOrder() {
        assertThat(Line.summed(List.of(new Line("B", 1), new Line("A", 2), new Line("B", 3))))
                .containsExactly(new Line("A", 2), new Line("B", 4));
    }

    @Test
    void refusesLinesThatWantNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Line("A", 0));
    }

    private static Reservation in(ReservationState state) {
        return new Reservation(ORDER, state instanceof None ? List.of() : LINES, state);
    }

    private static Arguments row(
            ReservationState state,
            ReservationFact fact,
            ReservationState next,
            Movement movement,
            @Nullable InventoryEvent reply) {
        return Arguments.of(state, fact, next, movement, reply);
    }
}
