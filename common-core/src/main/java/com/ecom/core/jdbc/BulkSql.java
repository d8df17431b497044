package com.ecom.core.jdbc;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * One statement about many rows. The driver prepares it once for each number of rows and keeps it; what JDBC calls a batch
 * it makes one statement of as well, but prepares it each time.
 */
public final class BulkSql {

    private BulkSql() {}

    /**
     * @param statement with {@code %s} where the rows belong
     * @param row the placeholders of one of them
     * @param rows the values of each, in the order of the placeholders; at least one
     */
    public static StatementSpec in(
            JdbcClient jdbc, String statement, String row, Collection<? extends @Nullable Object[]> rows) {
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("No rows for: " + statement);
        }
        return jdbc.sql(statement.formatted(String.join(", ", Collections.nCopies(rows.size(), row))))
                .params(rows.stream().flatMap(Arrays::stream).toList());
    }
}
