package com.ecom.inventory.persistence;

import com.ecom.core.jdbc.BulkSql;
import com.ecom.core.jdbc.Utc;
import com.ecom.inventory.model.InventoryEvent.Reason;
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
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** One row per order that is known, and the lines it held. */
@Repository
@RequiredArgsConstructor
class JdbcReservations implements Reservations {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    /** In the order of the orders' ids, so that two who want the same ones never wait for each other. */
    @Override
    public Map<UUID, Reservation> lock(Collection<UUID> orders, Map<UUID, Origin> origins) {
        var ids = orders.stream().map(UUID::toString).sorted().toList();
        var locked = select(ids);
        if (locked.size() < ids.size()) {
            var fresh = ids.stream()
                    .filter(it -> !locked.containsKey(UUID.fromString(it)))
                    .toList();
            // Somebody may be adding the same one just now; whoever is second waits and then finds it.
            BulkSql.in(
                            jdbc,
                            "insert ignore into reservation (order_id, owner, traceparent, state) values %s",
                            "(?, ?, ?, 'NONE')",
                            fresh.stream()
                                    .map(it -> columnsOf(it, origins.get(UUID.fromString(it))))
                                    .toList())
                    .update();
            locked.putAll(select(fresh));
        }
        return locked;
    }

    private static @Nullable Object[] columnsOf(String order, @Nullable Origin origin) {
        return origin == null
                ? new @Nullable Object[] {order, null, null}
                : new @Nullable Object[] {order, origin.owner().toString(), origin.trace()};
    }

    /** Lines are locked, too: without a lock they would be read as they were before we waited for the reservation. */
    private Map<UUID, Reservation> select(List<String> orders) {
        return jdbc.sql("""
                select r.order_id, r.state, r.expires_at, r.shortages, l.sku, l.quantity
                from reservation r left join reservation_line l on l.order_id = r.order_id
                where r.order_id in (:orders) order by r.order_id, l.sku
                for update
                """).param("orders", orders).query(this::readAll);
    }

    private Map<UUID, Reservation> readAll(ResultSet row) throws SQLException {
        var all = new HashMap<UUID, Reservation>();
        var more = row.next();
        while (more) {
            var order = row.getString("order_id");
            var state = stateIn(row);
            var lines = new ArrayList<Line>();
            do {
                if (row.getString("sku") != null) {
                    lines.add(new Line(row.getString("sku"), row.getInt("quantity")));
                }
                more = row.next();
            } while (more && row.getString("order_id").equals(order));
            var id = UUID.fromString(order);
            all.put(id, new Reservation(id, Line.summed(lines), state));
        }
        return all;
    }

    @Override
    public void keep(Collection<Reservation> reservations) {
        if (reservations.isEmpty()) {
            return;
        }
        BulkSql.in(
                        jdbc,
                        """
                update (values %s) as next (state, expires_at, shortages, order_id)
                straight_join reservation r on r.order_id = convert(next.order_id using ascii)
                set r.state = next.state, r.expires_at = next.expires_at, r.shortages = next.shortages,
                    r.version = r.version + 1
                """,
                        "row(?, ?, ?, ?)",
                        reservations.stream().map(this::columnsOf).toList())
                .update();
        var lines = reservations.stream()
                .filter(it -> it.state() instanceof Held)
                .flatMap(it -> it.lines().stream()
                        .map(line -> new Object[] {it.orderId().toString(), line.sku(), line.quantity()}))
                .toList();
        if (!lines.isEmpty()) {
            BulkSql.in(
                            jdbc,
                            "insert ignore into reservation_line (order_id, sku, bucket, quantity) values %s",
                            "(?, ?, 0, ?)",
                            lines)
                    .update();
        }
    }

    private @Nullable Object[] columnsOf(Reservation it) {
        return new Object[] {
            nameOf(it.state()),
            it.state() instanceof Held(var until) ? Utc.column(until) : null,
            it.state() instanceof Rejected(var reason, var shortages) && reason == Reason.OUT_OF_STOCK
                    ? json.writeValueAsString(shortages)
                    : null,
            it.orderId().toString()
        };
    }

    @Override
    public Map<UUID, Integer> openOf(Collection<UUID> owners) {
        if (owners.isEmpty()) {
            return Map.of();
        }
        var open = new HashMap<UUID, Integer>();
        jdbc.sql("""
                select owner, count(*) as open from reservation
                where owner in (:owners) and state = 'HELD' group by owner
                """)
                .param("owners", owners.stream().map(UUID::toString).toList())
                .query(row -> {
                    open.put(UUID.fromString(row.getString("owner")), row.getInt("open"));
                });
        return open;
    }

    @Override
    public Optional<Overdue> claimOverdue() {
        return jdbc.sql("""
                select order_id, traceparent from reservation where state = 'HELD' and expires_at < now(3)
                order by expires_at limit 1 for update skip locked
                """)
                .query((row, _) ->
                        new Overdue(UUID.fromString(row.getString("order_id")), row.getString("traceparent")))
                .optional();
    }

    @Override
    public Instant now() {
        return Utc.now(jdbc);
    }

    private ReservationState stateIn(ResultSet row) throws SQLException {
        var state = row.getString("state");
        return switch (state) {
            case "NONE" -> new None();
            case "HELD" -> new Held(Utc.instant(row, "expires_at"));
            case "COMMITTED" -> new Committed();
            case "RELEASED" -> new Released();
            case "EXPIRED" -> new Expired();
            case "REJECTED" -> rejected(row.getString("shortages"));
            default -> throw new IllegalStateException("Nobody knows the state " + state);
        };
    }

    private Rejected rejected(@Nullable String shortages) {
        return shortages == null
                ? new Rejected(Reason.TOO_MANY_OPEN_ORDERS, List.of())
                : new Rejected(Reason.OUT_OF_STOCK, List.of(json.readValue(shortages, Shortage[].class)));
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
}
