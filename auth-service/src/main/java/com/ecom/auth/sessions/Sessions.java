package com.ecom.auth.sessions;

import com.ecom.auth.secrets.KeySeal;
import com.ecom.auth.secrets.Secret;
import com.ecom.auth.settings.AuthProperties;
import com.ecom.core.jdbc.Utc;
import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.core.security.revocation.RevokedTokens;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Repository;

/**
 * All sessions, each with the family of refresh tokens that were exchanged for one another. At most one token of a
 * family is fresh. Exchanging a token requires the lock on its session.
 */
@Repository
@RequiredArgsConstructor
class Sessions {

    private final JdbcClient jdbc;
    private final AuthProperties properties;
    private final KeySeal seal;

    void open(Opened session, UUID account, String device) {
        jdbc.sql("""
                insert into login_session (id, account_id, device, second_factor, expires_at)
                values (:id, :account, :device, :secondFactor, now(3) + interval :lifetime second)
                """)
                .param("device", device)
                .param("secondFactor", session.withSecondFactor())
                .param("id", session.id().toString())
                .param("account", account.toString())
                .param("lifetime", properties.refreshLifetime().toSeconds())
                .update();
    }

    void add(UUID session, RefreshToken token, @Nullable RefreshToken predecessor) {
        jdbc.sql("""
                insert into refresh_token (hash, session_id, predecessor, expires_at)
                values (:hash, :session, :predecessor, now(3) + interval :idle second)
                """)
                .param("hash", token.hash())
                .param("session", session.toString())
                .param("predecessor", predecessor == null ? null : predecessor.hash())
                .param("idle", properties.refreshIdle().toSeconds())
                .update();
    }

    void touch(UUID session) {
        jdbc.sql("update login_session set last_used_at = now(3) where id = :id")
                .param("id", session.toString())
                .update();
    }

    /** The open ones, the most recently used first. */
    List<Session> openSessionsOf(UUID account, @Nullable UUID current) {
        return jdbc.sql("""
                select id, device, created_at, last_used_at from login_session
                where account_id = :account and revoked_at is null and expires_at > now(3)
                order by last_used_at desc, id limit 100
                """)
                .param("account", account.toString())
                .query((row, _) -> {
                    var id = UUID.fromString(row.getString("id"));
                    return new Session(
                            id,
                            row.getString("device"),
                            Utc.instant(row, "created_at"),
                            Utc.instant(row, "last_used_at"),
                            id.equals(current));
                })
                .list();
    }

    /** Locks the session that a token belongs to. */
    Optional<Locked> lock(RefreshToken token) {
        return jdbc.sql("""
                select id, account_id, second_factor from login_session
                where id = (select session_id from refresh_token where hash = :hash)
                for update
                """)
                .param("hash", token.hash())
                .query((row, _) -> new Locked(
                        new Opened(UUID.fromString(row.getString("id")), row.getBoolean("second_factor")),
                        UUID.fromString(row.getString("account_id"))))
                .optional();
    }

    /**
     * The token that this one is exchanged for: derived, so that a repeated request receives the same one although we
     * keep its hash only.
     */
    RefreshToken successorOf(RefreshToken token) {
        return new RefreshToken(Secret.of(seal.derive("refresh token", token.value())));
    }

    /** Read after the lock, so that it is true until the lock is given back. */
    PresentedRefreshToken stateOf(RefreshToken token) {
        return jdbc.sql("""
                select session.revoked_at is null and session.expires_at > now(3) as session_is_open,
                       token.used_at is null and token.superseded_at is null
                           and token.expires_at > now(3) as is_fresh,
                       token.used_at is not null or token.superseded_at is not null as was_used,
                       coalesce(token.used_at > now(3) - interval :grace second, false) as was_used_just_now,
                       exists (select 1 from refresh_token successor
                               where successor.hash = :successor and successor.predecessor = token.hash
                                 and successor.used_at is null and successor.superseded_at is null)
                           as successor_is_fresh
                from refresh_token token
                join login_session session on session.id = token.session_id
                where token.hash = :hash
                """)
                .param("hash", token.hash())
                .param("successor", successorOf(token).hash())
                .param("grace", properties.refreshGrace().toSeconds())
                .query(PresentedRefreshToken.class)
                .single();
    }

    void markUsed(RefreshToken token) {
        jdbc.sql("update refresh_token set used_at = now(3) where hash = :hash and used_at is null")
                .param("hash", token.hash())
                .update();
    }

    /** Whether this account had such a session, and it was open. */
    boolean revoke(UUID account, UUID session) {
        return jdbc.sql("""
                update login_session set revoked_at = now(3)
                where id = :id and account_id = :account and revoked_at is null
                """)
                        .param("id", session.toString())
                        .param("account", account.toString())
                        .update()
                == 1;
    }

    void revokeAll(UUID account) {
        jdbc.sql("update login_session set revoked_at = now(3) where account_id = :account and revoked_at is null")
                .param("account", account.toString())
                .update();
    }

    /** A session of this account, and the one that a token belongs to if that is another of theirs. */
    List<UUID> openSessionsOf(UUID account, @Nullable String session, @Nullable RefreshToken token) {
        return jdbc.sql("""
                select id from login_session
                where account_id = :account and revoked_at is null
                  and (id = :session or id = (select session_id from refresh_token where hash = :hash))
                """)
                .param("account", account.toString())
                .param("session", session)
                .param("hash", token == null ? null : token.hash())
                .query(UUID.class)
                .list();
    }

    /** Whether a token was revoked; sessions that we forgot, and tokens without one, were not. */
    boolean isRevoked(Jwt token) {
        var version = token.getClaim(RevokedTokens.ACCOUNT_VERSION) instanceof Number number ? number : null;
        return jdbc.sql("""
                select exists (select 1 from login_session where id = :session and revoked_at is not null)
                    or exists (select 1 from account where id = :account and version > :version)
                    or exists (select 1 from signing_key where id = :key and removed_at is not null)
                """)
                .param("session", token.getClaimAsString(RevokedTokens.SESSION))
                .param("account", token.getSubject())
                .param("version", version)
                .param("key", token.getHeaders().get("kid"))
                .query(Boolean.class)
                .single();
    }

    /** Whether a token still counts: nothing revoked it, and the session that it names is known, open and its bearer's. */
    boolean isActive(Jwt token) {
        return !isRevoked(token) && isOfAnOpenSession(token);
    }

    /** Only tokens of guests name none; whoever could copy a key could leave it out of others. */
    private boolean isOfAnOpenSession(Jwt token) {
        var session = token.getClaimAsString(RevokedTokens.SESSION);
        if (session == null) {
            return List.of(Role.GUEST.name()).equals(token.getClaimAsStringList("roles"));
        }
        return jdbc.sql("""
                        select count(*) from login_session
                        where id = :id and account_id = :account and revoked_at is null and expires_at > now(3)
                        """)
                        .param("id", session)
                        .param("account", token.getSubject())
                        .query(Integer.class)
                        .single()
                == 1;
    }

    record Opened(UUID id, boolean withSecondFactor) {}

    record Locked(Opened session, UUID account) {

        UUID id() {
            return session.id();
        }
    }
}
