package com.ecom.proof.stock;

import com.ecom.local.LocalServers;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/**
 * A real database with the tables of inventory-service.
 *
 * @param connections read committed, as in services
 */
record Shelf(HikariDataSource connections, JdbcClient jdbc) implements AutoCloseable {

    static Shelf create(int atOnce) throws IOException {
        var server = LocalServers.mysql();
        var pool = new HikariDataSource();
        pool.setJdbcUrl(
                "jdbc:mysql://%s:%d/stock_%s?createDatabaseIfNotExist=true&connectionTimeZone=UTC&rewriteBatchedStatements=true&cachePrepStmts=true&useServerPrepStmts=true"
                        .formatted(
                                server.host(),
                                server.port(),
                                UUID.randomUUID().toString().substring(0, 8)));
        pool.setUsername(server.user());
        pool.setPassword(server.password());
        pool.setMaximumPoolSize(atOnce);
        pool.setConnectionTimeout(60_000);
        pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        pool.setConnectionInitSql("set session innodb_lock_wait_timeout = 5");
        new ResourceDatabasePopulator(scripts()).execute(pool);
        return new Shelf(pool, JdbcClient.create(pool));
    }

    private static Resource[] scripts() throws IOException {
        var resolver = new PathMatchingResourcePatternResolver();
        var core = resolver.getResources("classpath*:db/core/V0_*.sql");
        var own = resolver.getResources("classpath*:db/migration/V*.sql");
        return Stream.concat(
                        Arrays.stream(core).sorted(Comparator.comparing(Resource::getFilename)),
                        Arrays.stream(own)
                                .filter(it -> it.getDescription().contains("inventory-service"))
                                // V1__ before V1_1__ before V2__
                                .sorted(Comparator.comparing(
                                        it -> String.valueOf(it.getFilename()).replace("__", " "))))
                .toArray(Resource[]::new);
    }

    /** The name of something new, of which there are so many. */
    String with(int available) {
        var sku = "P-" + UUID.randomUUID();
        jdbc.sql("insert into stock (sku, bucket, available) values (?, 0, ?)")
                .params(sku, available)
                .update();
        jdbc.sql("insert into stock_movement (sku, delta, reason, ref) values (?, ?, 'INITIAL', ?)")
                .params(sku, available, UUID.randomUUID().toString())
                .update();
        return sku;
    }

    /** Units held for orders. */
    long held(String sku) {
        return number("""
                select coalesce(sum(l.quantity), 0)
                from reservation_line l join reservation r on r.order_id = l.order_id
                where l.sku = ? and r.state = 'HELD'
                """, sku);
    }

    long available(String sku) {
        return number("select coalesce(sum(available), 0) from stock where sku = ?", sku);
    }

    long explained(String sku) {
        return number("select coalesce(sum(delta), 0) from stock_movement where sku = ?", sku);
    }

    /** Orders that are neither held, given up nor told that there is too little. */
    long undecided() {
        return jdbc.sql("select count(*) from reservation where state not in ('HELD', 'RELEASED', 'REJECTED')")
                .query(Long.class)
                .single();
    }

    /** How often this server found transactions waiting for each other in a circle. */
    long deadlocks() {
        return jdbc.sql("select count from information_schema.innodb_metrics where name = 'lock_deadlocks'")
                .query(Long.class)
                .single();
    }

    private long number(String sql, String sku) {
        return jdbc.sql(sql).param(sku).query(Long.class).single();
    }

    @Override
    public void close() {
        connections.close();
    }
}
