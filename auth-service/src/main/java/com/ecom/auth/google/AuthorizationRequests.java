package com.ecom.auth.google;

import com.ecom.auth.secrets.Secret;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Log-ins started with Google. Only the browser that started one can finish it, and its code is exchanged once. */
@Repository
@RequiredArgsConstructor
class AuthorizationRequests {

    private static final Duration LIFE = Duration.ofMinutes(10);

    private final JdbcClient jdbc;

    AuthorizationRequest begin() {
        var started = new AuthorizationRequest(Secret.fresh(), Secret.fresh(), Secret.fresh(), Secret.fresh());
        jdbc.sql("""
                insert into sign_in_attempt (state_hash, holder_hash, nonce, verifier, expires_at)
                values (:state, :holder, :nonce, :verifier, now(3) + interval :life second)
                """)
                .param("state", Secret.hashOf(started.state))
                .param("holder", Secret.hashOf(started.holder))
                .param("nonce", started.nonce)
                .param("verifier", started.verifier)
                .param("life", LIFE.toSeconds())
                .update();
        return started;
    }

    /** Of several callbacks with the same state, one may exchange the code. */
    Optional<AuthorizationRequest> claim(String state, String holder) {
        var claimed = jdbc.sql("""
                update sign_in_attempt set used_at = now(3)
                where state_hash = :state and holder_hash = :holder and used_at is null and expires_at > now(3)
                """)
                .param("state", Secret.hashOf(state))
                .param("holder", Secret.hashOf(holder))
                .update();
        return claimed == 0
                ? Optional.empty()
                : jdbc.sql("select nonce, verifier from sign_in_attempt where state_hash = :state")
                        .param("state", Secret.hashOf(state))
                        .query((row, _) -> new AuthorizationRequest(
                                state, holder, row.getString("nonce"), row.getString("verifier")))
                        .optional();
    }

    /** Keeps which account Google's identity belongs to. */
    void proved(String state, UUID account) {
        jdbc.sql("update sign_in_attempt set account_id = :account where state_hash = :state")
                .param("account", account.toString())
                .param("state", Secret.hashOf(state))
                .update();
    }

    /** The account of an attempt that was identified before and only lacks the second factor. */
    Optional<UUID> identifiedBefore(String state, String holder) {
        return jdbc.sql("""
                select account_id from sign_in_attempt
                where state_hash = :state and holder_hash = :holder and account_id is not null
                  and finished_at is null and expires_at > now(3)
                """)
                .param("state", Secret.hashOf(state))
                .param("holder", Secret.hashOf(holder))
                .query(UUID.class)
                .optional();
    }

    /** Whether this call finished it. */
    boolean finish(String state) {
        return jdbc.sql("""
                update sign_in_attempt set finished_at = now(3)
                where state_hash = :state and finished_at is null
                """).param("state", Secret.hashOf(state)).update() == 1;
    }

    /**
     * @param state travels through the browser's address
     * @param holder stays in the browser that started, so that an attacker cannot make a victim finish the attacker's log-in
     */
    record AuthorizationRequest(String state, String holder, String nonce, String verifier) {

        @Override
        public String toString() {
            return "AuthorizationRequest[…]";
        }
    }
}
