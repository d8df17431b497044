package com.ecom.proof.outbox;

import static com.ecom.local.stack.Names.KAFKA;
import static com.ecom.local.stack.Names.MYSQL;

import com.ecom.core.outbox.OutboxOnTrial;
import com.ecom.local.client.Launch;
import com.ecom.local.client.Stack;
import com.ecom.local.stack.Checkout;
import com.ecom.local.stack.Plan;
import com.ecom.local.stack.Secrets;
import com.ecom.local.stack.StackFolder;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** A database and a broker of the proof's own, and relays as processes, all of which may be killed. */
final class Servers implements AutoCloseable {

    static final String TOPIC = "things";

    private final Checkout checkout = Checkout.find();
    private final StackFolder folder =
            new StackFolder(checkout.ownFolder().resolve("proofs").resolve("outbox-stack"));
    private final Stack stack;
    private final HikariDataSource database;
    private final Relays relays;

    Servers() throws IOException, InterruptedException, ExecutionException {
        stack = Launch.stackIn(folder, checkout, () -> Plan.forTrials().asInProduction());
        stack.start(MYSQL, KAFKA);
        database = connect();
        createTables();
        relays = new Relays(
                database, broker(), folder.path().resolve("relays.log").toFile());
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker()))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 12, (short) 1)))
                    .all()
                    .get();
        }
    }

    HikariDataSource database() {
        return database;
    }

    Relays relays() {
        return relays;
    }

    String broker() throws IOException {
        return "127.0.0.1:" + Plan.read(folder).ports().of(KAFKA);
    }

    /** One in this process, which hears at once of what is published here. */
    SmartLifecycle relayHere(OutboxOnTrial outbox) throws IOException {
        return outbox.relay(database.getJdbcUrl(), database.getUsername(), database.getPassword(), broker());
    }

    void killBroker() {
        stack.kill(KAFKA);
    }

    void startBroker() {
        stack.start(KAFKA);
    }

    @Override
    public void close() {
        relays.killAll();
        database.close();
        stack.down();
        stack.close();
    }

    private HikariDataSource connect() throws IOException {
        var pool = new HikariDataSource();
        pool.setJdbcUrl("jdbc:mysql://127.0.0.1:%d/outbox_proof?createDatabaseIfNotExist=true&connectionTimeZone=UTC"
                .formatted(Plan.read(folder).ports().of(MYSQL)));
        pool.setUsername("test");
        pool.setPassword(Secrets.of(folder).of(MYSQL + "/test"));
        pool.setMaximumPoolSize(12);
        pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        return pool;
    }

    private void createTables() throws IOException {
        var scripts = new PathMatchingResourcePatternResolver().getResources("classpath*:db/core/V0_*.sql");
        Arrays.sort(scripts, Comparator.comparing(Resource::getFilename));
        new ResourceDatabasePopulator(scripts).execute(database);
    }
}
