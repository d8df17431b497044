package com.ecom.proof.planting;

import com.ecom.local.LocalServers;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A real database with the tables of common-core, and one of effects that can be counted.
 *
 * @param transaction read committed, as in services
 */
public record Database(HikariDataSource connections, JdbcClient jdbc, TransactionTemplate transaction)
        implements AutoCloseable {

    public static Database create() throws IOException {
        var server = LocalServers.mysql();
        var pool = new HikariDataSource();
        pool.setJdbcUrl("jdbc:mysql://%s:%d/planted_%s?createDatabaseIfNotExist=true&connectionTimeZone=UTC"
                .formatted(
                        server.host(),
                        server.port(),
                        UUID.randomUUID().toString().substring(0, 8)));
        pool.setUsername(server.user());
        pool.setPassword(server.password());
        pool.setMaximumPoolSize(6);
        pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        pool.setConnectionInitSql("set session innodb_lock_wait_timeout = 5");
        var scripts = new PathMatchingResourcePatternResolver().getResources("classpath*:db/core/V0_*.sql");
        Arrays.sort(scripts, Comparator.comparing(Resource::getFilename));
        new ResourceDatabasePopulator(scripts).execute(pool);
        var jdbc = JdbcClient.create(pool);
        jdbc.sql("create table effect (id bigint auto_increment primary key, what varchar(100) not null)")
                .update();
        return new Database(pool, jdbc, new TransactionTemplate(new JdbcTransactionManager(pool)));
    }

    public void effect(String what) {
        jdbc.sql("insert into effect (what) values (?)").param(what).update();
    }

    public long effects(String what) {
        return jdbc.sql("select count(*) from effect where what = ?")
                .param(what)
                .query(Long.class)
                .single();
    }

    /** Leaves nothing for the next check to stumble over. */
    public void clear() {
        for (var table : new String[] {"outbox_event", "inbox_message", "idempotency_key", "effect"}) {
            jdbc.sql("delete from " + table).update();
        }
    }

    @Override
    public void close() {
        connections.close();
    }
}
