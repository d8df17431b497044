package com.ecom.core.operating;

import com.ecom.core.jdbc.Utc;
import com.github.f4b6a3.uuid.UuidCreator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

class JdbcAudit implements Audit {

    private final JdbcClient jdbc;

    JdbcAudit(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void note(Intervention it) {
        jdbc.sql("""
                insert into ops_audit (id, actor, action, target, reason, affected)
                values (:id, :actor, :action, :target, :reason, :affected)
                """)
                .param("id", UuidCreator.getTimeOrderedEpoch().toString())
                .param("actor", it.actor().toString())
                .param("action", it.action())
                .param("target", it.target())
                .param("reason", it.reason())
                .param("affected", it.affected())
                .update();
    }

    @Override
    public List<AuditEntry> before(@Nullable String id, int limit) {
        return jdbc.sql("""
                select id, at, actor, action, target, reason, affected from ops_audit
                where :id is null or id < :id
                order by id desc limit :limit
                """)
                .param("id", id)
                .param("limit", limit)
                .query((row, _) -> new AuditEntry(
                        row.getString("id"),
                        Utc.instant(row, "at"),
                        row.getString("actor"),
                        row.getString("action"),
                        row.getString("target"),
                        row.getString("reason"),
                        row.getLong("affected")))
                .list();
    }
}
