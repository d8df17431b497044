package com.ecom.core.outbox;

import com.ecom.core.envelope.TraceLink;
import com.ecom.proof.planting.Database;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What a relay is made of; a mistake replaces a part. */
class OutboxParts {

    Outbox outbox(Database database) {
        return new JdbcOutbox(database.jdbc(), JsonMapper.shared(), new TraceLink(null, null), new RelayWakeUp());
    }

    OutboxPartitions buckets(JdbcClient jdbc) {
        return new OutboxPartitions(jdbc);
    }

    OutboxRows rows(JdbcClient jdbc) {
        return new OutboxRows(jdbc, JsonMapper.shared());
    }

    Sender sender(Wire wire) {
        return wire.sender();
    }
}
