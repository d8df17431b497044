package com.ecom.inventory.persistence;

import com.ecom.inventory.model.Line;
import com.ecom.inventory.model.Reservation;
import com.ecom.inventory.model.ReservationState;
import com.ecom.inventory.model.ReservationState.Committed;
import com.ecom.inventory.model.ReservationState.Expired;
import com.ecom.inventory.model.ReservationState.Held;
import com.ecom.inventory.model.ReservationState.None;
import com.ecom.inventory.model.ReservationState.Rejected;
import com.ecom.inventory.model.ReservationState.Released;
import com.ecom.inventory.model.Reservations;
import com.ecom.inventory.model.Shortage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** One row per order that was ever heard of, and the lines it held. */
@Repository
class JdbcReservations implements Reservations {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    JdbcReservations(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public Reservation lock(UUID orderId) {
        jdbc.sql("""
                insert into reservation (order_id, state) values (:order, 'NONE')
                on duplicate key update order_id = order_id
                """).param("order", orderId.toString()).update();
        var state = jdbc.sql("select state, expires_at, shortages from reservation where order_id = :order for update")
                .param("order", orderId.toString())
                .query((row, _) -> stateIn(row))
                .single();
        return new Reservation(orderId, linesOf(orderId), state);
    }

    @Override
    public void keep(Reservation it) {
        jdbc.sql("""
                update reservation
                set state = :state, expires_at = :until, shortages = :shortages, version = version + 1
                where order_id = :order
                """)
                .param("state", nameOf(it.state()))
                .param("until", it.state() instanceof Held(var until) ? utc(until) : null)
                .param(
                        "shortages",
                        it.state() instanceof Rejected(var shortages) ? json.writeValueAsString(shortages) : null)
                .param("order", it.orderId().toString())
                .update();
        if (it.state() instanceof Held) {
            it.lines().forEach(line -> keep(it.orderId(), line));
        }
    }

    @Override
    public Optional<UUID> claimOverdue() {
        return jdbc.sql("""
                select order_id from reservation where state = 'HELD' and expires_at < now(3)
                order by expires_at limit 1 for update skip locked
                """).query(String.class).optional().map(UUID::fromString);
    }

    @Override
    public Instant now() {
        return instant(jdbc.sql("select now(3)").query(LocalDateTime.class).single());
    }

    private void keep(UUID orderId, Line line) {
        jdbc.sql("""
                insert ignore into reservation_line (order_id, sku, bucket, quantity)
                values (:order, :sku, 0, :quantity)
                """)
                .param("order", orderId.toString())
                .param("sku", line.sku())
                .param("quantity", line.quantity())
                .update();
    }

    private List<Line> linesOf(UUID orderId) {
        return jdbc.sql("""
                select sku, sum(quantity) as quantity from reservation_line where order_id = :order
                group by sku order by sku
                """)
                .param("order", orderId.toString())
                .query((row, _) -> new Line(row.getString("sku"), row.getInt("quantity")))
                .list();
    }

    private ReservationState stateIn(ResultSet row) throws SQLException {
        var state = row.getString("state");
        return switch (state) {
            case "NONE" -> new None();
            case "HELD" -> new Held(instant(row.getObject("expires_at", LocalDateTime.class)));
            case "COMMITTED" -> new Committed();
            case "RELEASED" -> new Released();
            case "EXPIRED" -> new Expired();
            case "REJECTED" -> new Rejected(List.of(json.readValue(row.getString("shortages"), Shortage[].class)));
            default -> throw new IllegalStateException("Nobody knows the state " + state);
        };
    }

    private static String nameOf(ReservationState state) {
        return switch (state) {
            case None _ -> "NONE";
            case Held _ -> "HELD";
            case Committed _ -> "COMMITTED";
            case Released _ -> "RELEASED";
            case Expired _ -> "EXPIRED";
            case Rejected _ -> "REJECTED";
        };
    }

    private static Instant instant(LocalDateTime utc) {
        return utc.toInstant(ZoneOffset.UTC);
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
