package com.ecom.core.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Times in columns: they have milliseconds and no zone, and are UTC in every table. */
public final class Utc {

    private Utc() {}

    /** The database's clock, which is the same for all instances of a service. */
    public static Instant now(JdbcClient jdbc) {
        return jdbc.sql("select now(3)").query(LocalDateTime.class).single().toInstant(ZoneOffset.UTC);
    }

    /** @throws NullPointerException if the column is null */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(instantOrNull(row, column), column);
    }

    public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, LocalDateTime.class);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }

    public static LocalDateTime column(Instant time) {
        return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }

    public static @Nullable LocalDateTime columnOrNull(@Nullable Instant time) {
        return time == null ? null : column(time);
    }
}
