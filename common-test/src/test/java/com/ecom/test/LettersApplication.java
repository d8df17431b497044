package com.ecom.test;

import com.ecom.core.inbox.Subscription;
import com.ecom.core.outbox.Event;
import com.ecom.core.outbox.Outbox;
import java.util.UUID;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The smallest service there can be: it sends what it is told to, and keeps what it hears in the order of hearing. */
@SpringBootApplication
class LettersApplication {

    @Bean
    static Subscription letters(JdbcClient jdbc) {
        return Subscription.to("letters").on("stock.changed.v1", Heard.class, (it, message) -> {
            if (it.available() == 666) {
                throw new IllegalStateException("This letter is never understood");
            }
            jdbc.sql("insert into heard (message_id, sku, version) values (?, ?, ?)")
                    .params(message.id().toString(), it.sku(), it.version())
                    .update();
        });
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
        void write(String sku, int available) {
            jdbc.sql("insert into author (sku, version) values (?, 1) on duplicate key update version = version + 1")
                    .param(sku)
                    .update();
            var version = jdbc.sql("select version from author where sku = ?")
                    .param(sku)
                    .query(Long.class)
                    .single();
            outbox.publish(new Letter(sku, "IN_STOCK", available, version));
        }

        @Transactional
        void writeAndRegret(String sku) {
            write(sku, 1);
            throw new IllegalStateException("Regret " + UUID.randomUUID());
        }
    }
}
