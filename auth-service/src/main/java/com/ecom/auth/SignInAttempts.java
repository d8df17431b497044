package com.ecom.auth;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Everybody who went to sign in elsewhere. Only the browser that began can finish, and the code is exchanged once. */
@Repository
class SignInAttempts {

    private static final Duration LIFE = Duration.ofMinutes(10);

    private final JdbcClient jdbc;

    SignInAttempts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Begun begin() {
        var begun = new Begun(Secret.fresh(), Secret.fresh(), Secret.fresh(), Secret.fresh());
        jdbc.sql("""
                insert into sign_in_attempt (state_hash, holder_hash, nonce, verifier, expires_at)
                values (:state, :holder, :nonce, :verifier, now(3) + interval :life second)
                """)
                .param("state", Secret.hashOf(begun.state))
                .param("holder", Secret.hashOf(begun.holder))
                .param("nonce", begun.nonce)
                .param("verifier", begun.verifier)
                .param("life", LIFE.toSeconds())
                .update();
        return begun;
    }

    /** Of several who come back with the same, one may exchange the code. */
    Optional<Begun> claim(String state, String holder) {
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
                        .query((row, _) -> new Begun(state, holder, row.getString("nonce"), row.getString("verifier")))
                        .optional();
    }

    /** It is known who they are. */
    void proved(String state, UUID account) {
        jdbc.sql("update sign_in_attempt set account_id = :account where state_hash = :state")
                .param("account", account.toString())
                .param("state", Secret.hashOf(state))
                .update();
    }

    /** Who came back before and only lacks the second factor. */
    Optional<UUID> provedBefore(String state, String holder) {
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

    /** Whether nobody did before. */
    boolean finish(String state) {
        return jdbc.sql("""
                update sign_in_attempt set finished_at = now(3)
                where state_hash = :state and finished_at is null
                """).param("state", Secret.hashOf(state)).update() == 1;
    }

    /**
     * @param state travels through the browser's address
     * @param holder stays with whoever began, so that nobody can be made to finish what somebody else began
     */
    record Begun(String state, String holder, String nonce, String verifier) {

        @Override
        public String toString() {
            return "Begun[…]";
        }
    }
}
