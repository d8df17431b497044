package com.ecom.auth.securitylog;

import com.ecom.core.jdbc.Utc;
import com.ecom.core.web.Page;
import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The record of what happened to accounts, sessions and keys; only ever added to, and without any secret. */
@Repository
@RequiredArgsConstructor
public class SecurityLog {

    private final JdbcClient jdbc;

    /** What the owner of an account did to it. */
    public void add(Kind kind, UUID account, String detail) {
        add(kind, account, account, detail);
    }

    /** Joins the caller's transaction, where there is one. */
    public void add(Kind kind, @Nullable UUID account, @Nullable UUID actor, String detail) {
        jdbc.sql("""
                insert into security_event (id, kind, account_id, actor_id, detail)
                values (:id, :kind, :account, :actor, :detail)
                """)
                .param("id", UuidCreator.getTimeOrderedEpoch().toString())
                .param("kind", kind.name())
                .param("account", account == null ? null : account.toString())
                .param("actor", actor == null ? null : actor.toString())
                .param("detail", detail.substring(0, Math.min(200, detail.length())))
                .update();
    }

    /** The newest first; what is null does not matter. */
    Page<LoggedEvent> page(@Nullable UUID account, @Nullable Kind kind, @Nullable String cursor, int size) {
        var entries = jdbc.sql("""
                select id, at, kind, account_id, actor_id, detail from security_event
                where (:account is null or account_id = :account)
                  and (:kind is null or kind = :kind)
                  and (:before is null or id < :before)
                order by id desc limit :limit
                """)
                .param("account", account == null ? null : account.toString())
                .param("kind", kind == null ? null : kind.name())
                .param("before", Page.positionOf(cursor).orElse(null))
                .param("limit", size + 1)
                .query((row, _) -> new LoggedEvent(
                        UUID.fromString(row.getString("id")),
                        Utc.instant(row, "at"),
                        Kind.valueOf(row.getString("kind")),
                        idOrNull(row.getString("account_id")),
                        idOrNull(row.getString("actor_id")),
                        row.getString("detail")))
                .list();
        return Page.of(entries, size, it -> it.eventId().toString());
    }

    public int deleteOld(int limit) {
        return jdbc.sql("delete from security_event where at < now(3) - interval 400 day order by at limit :limit")
                .param("limit", limit)
                .update();
    }

    private static @Nullable UUID idOrNull(@Nullable String id) {
        return id == null ? null : UUID.fromString(id);
    }

    /**
     * @param accountId whose account it concerns
     * @param actorId who did it, if authenticated
     */
    record LoggedEvent(
            UUID eventId,
            Instant at,
            Kind kind,
            @Nullable UUID accountId,
            @Nullable UUID actorId,
            String detail) {}

    public enum Kind {
        ACCOUNT_OPENED,
        LOGGED_IN,
        LOGIN_FAILED,
        LOGGED_OUT,
        SESSION_REVOKED,
        TOKEN_REUSED,
        PASSWORD_CHANGED,
        PASSWORD_RESET_ASKED,
        PASSWORD_RESET,
        EMAIL_VERIFIED,
        SECOND_FACTOR_ENABLED,
        SECOND_FACTOR_DISABLED,
        SECOND_FACTOR_FAILED,
        RECOVERY_CODE_USED,
        ROLES_CHANGED,
        SUSPENDED,
        RESTORED,
        GOOGLE_LINKED,
        CLIENT_REGISTERED,
        CLIENT_REMOVED,
        KEY_ROTATED,
        KEY_REMOVED,
        ERASED
    }
}
