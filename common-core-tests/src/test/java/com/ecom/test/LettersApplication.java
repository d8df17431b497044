package com.ecom.test;

import com.ecom.core.idempotency.Idempotency;
import com.ecom.core.idempotency.IdempotencyKey;
import com.ecom.core.inbox.Subscription;
import com.ecom.core.outbox.Event;
import com.ecom.core.outbox.Outbox;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The smallest service there can be: it sends what it is told to, and keeps what it hears in the order of hearing. */
@SpringBootApplication
class LettersApplication {

    /** What happens to a letter, said by the number it carries. */
    static final int NEVER_UNDERSTOOD = 666;

    static final int NOT_YET_UNDERSTOOD = 667;
    static final int AWAY = 668;
    static final int MISREAD_AND_AWAY = 669;
    static final int AWAY_AND_NEVER_UNDERSTOOD = 670;

    static volatile boolean understood;
    static volatile boolean back;
    static final AtomicInteger triedWhileAway = new AtomicInteger();

    private static final Set<String> misread = ConcurrentHashMap.newKeySet();

    @Bean
    static Subscription letters(JdbcClient jdbc) {
        return Subscription.to("letters").on("stock.changed.v1", Heard.class, (it, message) -> {
            switch (it.available()) {
                case NEVER_UNDERSTOOD -> neverUnderstood();
                case NOT_YET_UNDERSTOOD -> {
                    if (!understood) {
                        throw new IllegalStateException("This letter is not yet understood");
                    }
                }
                case AWAY -> needWhatMayBeAway();
                case MISREAD_AND_AWAY -> {
                    if (misread.add(it.sku())) {
                        throw new IllegalStateException("This letter is misread once");
                    }
                    needWhatMayBeAway();
                }
                case AWAY_AND_NEVER_UNDERSTOOD -> {
                    needWhatMayBeAway();
                    neverUnderstood();
                }
                default -> {}
            }
            jdbc.sql("insert into heard (message_id, sku, version) values (?, ?, ?)")
                    .params(message.id().toString(), it.sku(), it.version())
                    .update();
        });
    }

    private static void neverUnderstood() {
        throw new IllegalStateException("This letter is never understood");
    }

    private static void needWhatMayBeAway() {
        if (!back) {
            triedWhileAway.incrementAndGet();
            throw new QueryTimeoutException("What this letter needs is away");
        }
    }

    record Heard(String sku, int available, long version) {}

    /** Borrows the smallest contract that there is. */
    record Letter(String sku, String level, int available, long version) implements Event {

        @Override
        public String type() {
            return "stock.changed.v1";
        }

        @Override
        public String topic() {
            return "letters";
        }

        @Override
        public String key() {
            return sku;
        }
    }

    @Component
    static class Writer {

        private final JdbcClient jdbc;
        private final Outbox outbox;

        Writer(JdbcClient jdbc, Outbox outbox) {
            this.jdbc = jdbc;
            this.outbox = outbox;
        }

        /** Locks the aggregate first, as every publisher does. */
        @Transactional
        long write(String sku, int available) {
            jdbc.sql("insert into author (sku, version) values (?, 1) on duplicate key update version = version + 1")
                    .param(sku)
                    .update();
            var version = jdbc.sql("select version from author where sku = ?")
                    .param(sku)
                    .query(Long.class)
                    .single();
            outbox.publish(new Letter(sku, "IN_STOCK", available, version));
            return version;
        }

        @Transactional
        void writeAndRegret(String sku) {
            write(sku, 1);
            throw new IllegalStateException("Regret " + UUID.randomUUID());
        }
    }

    /** Takes letters over HTTP, once per key. The address is borrowed from the access policy of order-service. */
    @RestController
    static class Counter {

        private final Desk desk;

        Counter(Desk desk) {
            this.desk = desk;
        }

        @PostMapping("/api/orders")
        Posted post(IdempotencyKey key, @RequestBody @Valid Post post) {
            return desk.handle(key, post);
        }

        record Post(@NotNull String sku, int available) {}

        record Posted(UUID letter, long version) {}
    }

    @Component
    static class Desk {

        private final Writer writer;
        private final Idempotency idempotency;

        Desk(Writer writer, Idempotency idempotency) {
            this.writer = writer;
            this.idempotency = idempotency;
        }

        @Transactional
        Counter.Posted handle(IdempotencyKey key, Counter.Post post) {
            return idempotency.once(key, post, Counter.Posted.class, () -> {
                var version = writer.write(post.sku(), post.available());
                if (post.available() < 0) {
                    throw new IllegalStateException("This letter burns the desk");
                }
                return new Counter.Posted(UUID.randomUUID(), version);
            });
        }
    }
}
