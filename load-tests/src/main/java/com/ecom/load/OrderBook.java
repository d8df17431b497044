package com.ecom.load;

import com.ecom.local.LocalShop;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the shop's own databases say became of the orders. Read directly, because asking through the gateway would be
 * load as well.
 */
final class OrderBook implements AutoCloseable {

    private final Connection connection;
    private final Set<String> over = new HashSet<>();
    private long read;

    OrderBook(LocalShop shop) throws SQLException {
        var server = shop.mysql();
        connection = DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
    }

    /** The orders that have ended since the last time this was asked. */
    List<String> ended() throws SQLException {
        // A little behind the newest number, because numbers are given out before they are committed.
        var ended = new ArrayList<String>();
        try (var query = connection.prepareStatement(
                "select id, order_id, state from ecom_order.order_history where id > ? order by id")) {
            query.setLong(1, Math.max(0, read - 100));
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    read = Math.max(read, rows.getLong(1));
                    var state = rows.getString(3);
                    if ((state.equals("CONFIRMED") || state.equals("CANCELLED")) && over.add(rows.getString(2))) {
                        ended.add(rows.getString(2));
                    }
                }
            }
        }
        return ended;
    }

    /** From being accepted to being confirmed, in milliseconds, for orders confirmed in that time. */
    List<Double> millisToConfirm(Timestamp from, Timestamp to) throws SQLException {
        var millis = new ArrayList<Double>();
        try (var query = connection.prepareStatement("""
                select timestampdiff(microsecond, p.at, c.at) / 1000
                from ecom_order.order_history c
                join ecom_order.order_history p on p.order_id = c.order_id and p.fact = 'OrderPlaced'
                where c.state = 'CONFIRMED' and c.at between ? and ?
                """)) {
            query.setTimestamp(1, from);
            query.setTimestamp(2, to);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    millis.add(rows.getDouble(1));
                }
            }
        }
        return millis;
    }

    /** From being accepted to being confirmed, in milliseconds, for orders accepted in that time. */
    List<Double> millisFromAccepting(Timestamp from, Timestamp to) throws SQLException {
        var millis = new ArrayList<Double>();
        try (var query = connection.prepareStatement("""
                select timestampdiff(microsecond, p.at, c.at) / 1000
                from ecom_order.order_history p
                join ecom_order.order_history c on c.order_id = p.order_id and c.state = 'CONFIRMED'
                where p.fact = 'OrderPlaced' and p.at between ? and ?
                """)) {
            query.setTimestamp(1, from);
            query.setTimestamp(2, to);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    millis.add(rows.getDouble(1));
                }
            }
        }
        return millis;
    }

    /** Empty if there is no such order. */
    String stateOf(String order) throws SQLException {
        try (var query = connection.prepareStatement("select state from ecom_order.orders where id = ?")) {
            query.setString(1, order);
            try (var rows = query.executeQuery()) {
                return rows.next() ? rows.getString(1) : "";
            }
        }
    }

    /** How many orders wait for the answer of a service. */
    long waiting() throws SQLException {
        try (var query = connection.createStatement();
                var rows = query.executeQuery("""
                        select count(*) from ecom_order.orders
                        where state in ('PENDING_STOCK', 'PENDING_PAYMENT', 'CONFIRMING', 'CAPTURING', 'CANCELLING')
                        """)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** How many orders were confirmed in that time. */
    long confirmed(Timestamp from, Timestamp to) throws SQLException {
        try (var query = connection.prepareStatement(
                "select count(*) from ecom_order.order_history where state = 'CONFIRMED' and at > ? and at <= ?")) {
            query.setTimestamp(1, from);
            query.setTimestamp(2, to);
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    /** What the server has done since it started: statements, commits, rows read. */
    Map<String, Long> work() throws SQLException {
        var work = new LinkedHashMap<String, Long>();
        try (var query = connection.createStatement();
                var rows = query.executeQuery("""
                        show global status where variable_name in
                          ('Questions', 'Com_commit', 'Com_select', 'Com_insert', 'Com_update', 'Com_stmt_prepare',
                           'Innodb_rows_read')
                        """)) {
            while (rows.next()) {
                work.put(rows.getString(1), rows.getLong(2));
            }
        }
        return work;
    }

    Timestamp now() throws SQLException {
        try (var query = connection.createStatement();
                var rows = query.executeQuery("select now(3)")) {
            rows.next();
            return rows.getTimestamp(1);
        }
    }

    Map<String, Long> states() throws SQLException {
        var states = new LinkedHashMap<String, Long>();
        try (var query = connection.createStatement();
                var rows = query.executeQuery(
                        "select state, count(*) from ecom_order.orders group by state order by state")) {
            while (rows.next()) {
                states.put(rows.getString(1), rows.getLong(2));
            }
        }
        return states;
    }

    /** What is wrong with the stock, in sentences. */
    List<String> wrongWithTheStock() throws SQLException {
        var wrong = new ArrayList<String>();
        try (var query = connection.createStatement();
                var rows = query.executeQuery("""
                        select s.sku, s.available, coalesce(m.moved, 0), coalesce(r.sold, 0)
                        from (select sku, sum(available) as available from ecom_inventory.stock group by sku) s
                        left join (select sku, sum(delta) as moved from ecom_inventory.stock_movement group by sku) m
                          on m.sku = s.sku
                        left join (select l.sku, sum(l.quantity) as sold
                                   from ecom_inventory.reservation_line l
                                   join ecom_inventory.reservation r on r.order_id = l.order_id and r.state = 'COMMITTED'
                                   group by l.sku) r on r.sku = s.sku
                        """)) {
            while (rows.next()) {
                if (rows.getLong(2) != rows.getLong(3)) {
                    wrong.add("%s: %d available, its ledger says %d"
                            .formatted(rows.getString(1), rows.getLong(2), rows.getLong(3)));
                }
            }
        }
        return wrong;
    }

    /** How many of a SKU are sold, and how many are left. */
    Map<String, Long> soldAndLeft(String sku) throws SQLException {
        var counts = new HashMap<String, Long>();
        try (var query = connection.prepareStatement("""
                select (select coalesce(sum(l.quantity), 0) from ecom_order.order_line l
                        join ecom_order.orders o on o.id = l.order_id and o.state = 'CONFIRMED' where l.sku = ?),
                       (select coalesce(sum(available), 0) from ecom_inventory.stock where sku = ?)
                """)) {
            query.setString(1, sku);
            query.setString(2, sku);
            try (var rows = query.executeQuery()) {
                rows.next();
                counts.put("sold", rows.getLong(1));
                counts.put("left", rows.getLong(2));
            }
        }
        return counts;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
