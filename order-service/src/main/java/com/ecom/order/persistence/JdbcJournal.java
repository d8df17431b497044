package com.ecom.order.persistence;

import com.ecom.core.envelope.Envelope;
import com.ecom.core.envelope.TraceLink;
import com.ecom.order.model.Journal;
import com.ecom.order.model.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcJournal implements Journal {

    private final JdbcClient jdbc;
    private final TraceLink trace;

    JdbcJournal(JdbcClient jdbc, TraceLink trace) {
        this.jdbc = jdbc;
        this.trace = trace;
    }

    @Override
    public void note(Order order, String fact, String actor) {
        var cause = Envelope.current();
        jdbc.sql("""
                insert into order_history (order_id, fact, state, actor, cause_id, trace_id)
                values (:order, :fact, :state, :actor, :cause, :trace)
                """)
                .param("order", order.id().toString())
                .param("fact", fact)
                .param("state", StateColumns.of(order.state()).state())
                .param("actor", actor)
                .param("cause", cause == null ? null : cause.id().toString())
                .param("trace", trace.traceId())
                .update();
    }
}
