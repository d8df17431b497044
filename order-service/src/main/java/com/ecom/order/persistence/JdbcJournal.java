package com.ecom.order.persistence;

import com.ecom.core.envelope.Envelope;
import com.ecom.core.envelope.TraceLink;
import com.ecom.core.jdbc.BulkSql;
import com.ecom.order.model.FactName;
import com.ecom.order.model.Journal;
import com.ecom.order.model.Order;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
@RequiredArgsConstructor
class JdbcJournal implements Journal {

    private final JdbcClient jdbc;
    private final TraceLink trace;

    @Override
    public Note note(Order order, FactName fact, String actor) {
        var cause = Envelope.current();
        return new Note(order, fact, actor, cause == null ? null : cause.id().toString(), trace.traceId());
    }

    @Override
    public void keep(List<Note> notes) {
        if (notes.isEmpty()) {
            // What is late or repeated changes nothing.
            return;
        }
        BulkSql.in(
                        jdbc,
                        "insert into order_history (order_id, fact, state, actor, cause_id, trace_id) values %s",
                        "(?, ?, ?, ?, ?, ?)",
                        notes.stream()
                                .map(it -> new Object[] {
                                    it.order().id().toString(),
                                    it.fact().published(),
                                    StateColumns.of(it.order().state()).state(),
                                    it.actor(),
                                    it.cause(),
                                    it.trace()
                                })
                                .toList())
                .update();
    }
}
