package com.ecom.local.stores;

import static com.ecom.local.stack.Names.MYSQL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MySqlIT {

    @RegisterExtension
    static final OwnStack STACK = new OwnStack(MYSQL);

    @Test
    void keepsACommittedRow() throws SQLException {
        try (var connection = connect("ecom_cart")) {
            connection.createStatement().execute("create table kept (id int primary key)");
            connection.createStatement().execute("insert into kept values (42)");
        }
        STACK.crashAndRestart();
        try (var connection = connect("ecom_cart")) {
            assertThat(ask(connection, "select id from kept")).isEqualTo("42");
        }
    }

    @Test
    void refusesAServiceTheDatabaseOfAnother() throws SQLException {
        try (var connection = connect("ecom_order")) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> connection.createStatement().execute("use ecom_payment"))
                    .withMessageContaining("Access denied");
        }
    }

    @Test
    void isSetUpTheWayTheServicesRelyOn() throws SQLException {
        try (var connection = connect("ecom_order")) {
            assertThat(ask(connection, "select @@transaction_isolation")).isEqualTo("READ-COMMITTED");
            assertThat(ask(connection, "select @@character_set_database")).isEqualTo("utf8mb4");
            assertThat(ask(connection, "select @@global.time_zone")).isEqualTo("+00:00");
            assertThat(ask(connection, "select @@innodb_lock_wait_timeout")).isEqualTo("5");
            assertThat(ask(connection, "select @@sql_mode")).contains("STRICT_ALL_TABLES");
        }
    }

    private static Connection connect(String user) throws SQLException {
        var url = "jdbc:mysql://127.0.0.1:%d/%s".formatted(STACK.port(), user);
        return DriverManager.getConnection(url, user, STACK.secret(MYSQL + "/" + user));
    }

    private static String ask(Connection connection, String question) throws SQLException {
        try (var rows = connection.createStatement().executeQuery(question)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
