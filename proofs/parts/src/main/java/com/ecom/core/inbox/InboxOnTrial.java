package com.ecom.core.inbox;

import com.ecom.core.envelope.Envelope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The inbox exactly as services have it, by the same configuration, and a way to have messages without a broker. */
public final class InboxOnTrial {

    private final Inbox inbox;

    public InboxOnTrial(JdbcClient jdbc, PlatformTransactionManager transactions) {
        var properties = new InboxProperties(Duration.ofDays(15), true);
        inbox = new InboxAutoConfiguration.WithDatabase().inbox(jdbc, transactions, properties);
    }

    /** One new message for each of the subjects arrives, all together, and has its effect. */
    public void receive(List<UUID> subjects, Runnable effect) {
        inbox.handle("proof", subjects.stream().map(InboxOnTrial::about).toList(), _ -> effect.run());
    }

    private static Envelope about(UUID subject) {
        return new Envelope(
                UUID.randomUUID(),
                "proof.asked.v1",
                "proof",
                subject.toString(),
                Instant.EPOCH,
                1,
                subject.toString(),
                null,
                null,
                "{}");
    }
}
