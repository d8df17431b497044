package com.ecom.proof.chaos;

import com.ecom.local.LocalShop;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The services' databases, read side by side as no service may. Every question is one statement, and so one moment. */
final class Books {

    static final List<String> WITH_OUTBOX = List.of(
            "ecom_auth",
            "ecom_user",
            "ecom_inventory",
            "ecom_cart",
            "ecom_order",
            "ecom_payment",
            "ecom_review",
            "ecom_notification");

    private final LocalShop shop;

    Books(LocalShop shop) {
        this.shop = shop;
    }

    /** Rows of text; nulls are nulls. */
    List<List<@Nullable String>> ask(String question, String... parameters) throws SQLException {
        var server = shop.mysql();
        try (Connection connection = DriverManager.getConnection(
                        server.jdbcUrl() + "?connectTimeout=2000&socketTimeout=20000",
                        server.user(),
                        server.password());
                var statement = connection.prepareStatement(question)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            var answer = new ArrayList<List<@Nullable String>>();
            try (var rows = statement.executeQuery()) {
                var columns = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    var row = new ArrayList<@Nullable String>();
                    for (int i = 1; i <= columns; i++) {
                        row.add(rows.getString(i));
                    }
                    answer.add(row);
                }
            }
            return answer;
        }
    }

    /** No event waits to be published, no mail to be sent and no refund to be answered. */
    boolean nothingUnderWay() throws SQLException {
        for (var database : WITH_OUTBOX) {
            if (count("select count(*) from %s.outbox_event where status = 0".formatted(database)) > 0) {
                return false;
            }
        }
        return count("select count(*) from ecom_notification.notification where status = 'PENDING'") == 0
                && count("select count(*) from ecom_order.refund where state = 'REQUESTED'") == 0;
    }

    long count(String question, String... parameters) throws SQLException {
        return Long.parseLong(
                String.valueOf(ask(question, parameters).getFirst().getFirst()));
    }

    /** How many orders are in each state. */
    Map<String, Long> states() throws SQLException {
        return counted("select state, count(*) from ecom_order.orders group by state order by state");
    }

    private Map<String, Long> counted(String question, String... parameters) throws SQLException {
        var counts = new LinkedHashMap<String, Long>();
        for (var row : ask(question, parameters)) {
            counts.put(String.valueOf(row.get(0)), Long.parseLong(String.valueOf(row.get(1))));
        }
        return counts;
    }

    /** How many of these orders are in each state, which says why if they are cancelled. */
    Map<String, Long> outcomes(List<String> orders) throws SQLException {
        return counted(
                "select concat_ws(' ', state, cancel_reason) as outcome, count(*) from ecom_order.orders"
                        + " where find_in_set(id, ?) group by outcome",
                String.join(",", orders));
    }

    /** What is wrong with the shelf at this very moment, whatever is going on: it has to be right all the time. */
    List<String> wrongWithTheShelf() throws SQLException {
        var wrong = new ArrayList<String>();
        for (var row : ask("""
                select s.sku, s.available, coalesce(m.moved, 0)
                from (select sku, sum(available) as available from ecom_inventory.stock group by sku) s
                left join (select sku, sum(delta) as moved from ecom_inventory.stock_movement group by sku) m
                  on m.sku = s.sku
                where s.available <> coalesce(m.moved, 0)
                """)) {
            wrong.add("I1 %s: %s on the shelf, %s in the ledger".formatted(row.get(0), row.get(1), row.get(2)));
        }
        return wrong;
    }
}
