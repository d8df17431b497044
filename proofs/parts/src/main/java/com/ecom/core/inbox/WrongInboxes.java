package com.ecom.core.inbox;

import com.ecom.core.envelope.Envelope;
import com.ecom.proof.planting.Database;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Inboxes with one mistake each. */
final class WrongInboxes {

    private WrongInboxes() {}

    record ClaimsBefore(Database database) implements Inbox {

        @Override
        public void handle(String consumer, List<Envelope> messages, Consumer<List<Envelope>> effect) {
            var fresh = messages.stream()
                    .filter(it -> insertIgnore(database, consumer, it) == 1)
                    .toList();
            database.transaction().executeWithoutResult(_ -> effect.accept(fresh));
        }
    }

    record ClaimsAfter(Database database) implements Inbox {

        @Override
        public void handle(String consumer, List<Envelope> messages, Consumer<List<Envelope>> effect) {
            database.transaction().executeWithoutResult(_ -> effect.accept(messages));
            messages.forEach(it -> insertIgnore(database, consumer, it));
        }
    }

    record CountsUpdates(Database database) implements Inbox {

        @Override
        public void handle(String consumer, List<Envelope> messages, Consumer<List<Envelope>> effect) {
            database.transaction().executeWithoutResult(_ -> {
                for (var it : messages) {
                    var rows = database.jdbc()
                            .sql("""
                            insert into inbox_message (consumer, event_id, event_type) values (?, ?, ?)
                            on duplicate key update event_type = values(event_type)
                            """)
                            .params(consumer, it.id().toString(), it.type())
                            .update();
                    if (rows == 1) {
                        effect.accept(List.of(it));
                    }
                }
            });
        }
    }

    record ForgetsBatches(Database database) implements Inbox {

        @Override
        public void handle(String consumer, List<Envelope> messages, Consumer<List<Envelope>> effect) {
            database.transaction().executeWithoutResult(_ -> {
                var claimed = messages.stream()
                        .mapToInt(it -> insertIgnore(database, consumer, it))
                        .sum();
                if (claimed > 0) {
                    effect.accept(messages);
                }
            });
        }
    }

    record SharesClaims(Database database) implements Inbox {

        @Override
        public void handle(String consumer, List<Envelope> messages, Consumer<List<Envelope>> effect) {
            new JdbcInbox(database.jdbc(), database.transaction(), Duration.ofDays(15))
                    .handle("everybody", messages, effect);
        }
    }

    record SwallowsFailures(Database database) implements Inbox {

        @Override
        public void handle(String consumer, List<Envelope> messages, Consumer<List<Envelope>> effect) {
            new JdbcInbox(database.jdbc(), database.transaction(), Duration.ofDays(15))
                    .handle(consumer, messages, fresh -> {
                        try {
                            effect.accept(fresh);
                        } catch (RuntimeException e) {
                            // The mistake: nobody hears of it.
                            return;
                        }
                    });
        }
    }

    private static int insertIgnore(Database database, String consumer, Envelope it) {
        return database.jdbc()
                .sql("insert ignore into inbox_message (consumer, event_id, event_type) values (?, ?, ?)")
                .params(consumer, it.id().toString(), it.type())
                .update();
    }
}
