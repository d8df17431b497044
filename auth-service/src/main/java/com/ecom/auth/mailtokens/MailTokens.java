package com.ecom.auth.mailtokens;

import com.ecom.auth.mailtokens.MailToken.Purpose;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * All tokens that were mailed. To verify an address only the newest counts; to reset a password all that were mailed lately
 * do, or an attacker who keeps requesting mails would invalidate every link that the owner finds in the mailbox.
 */
@Repository
@RequiredArgsConstructor
public class MailTokens {

    private static final int SECONDS_BETWEEN_MAILS = 60;

    private final JdbcClient jdbc;
    private final MailTokenSealer key;

    /** Whether the last one was mailed within the past minute. */
    boolean wasJustMailed(UUID account, Purpose purpose) {
        return jdbc.sql("""
                select exists (select 1 from mail_token where account_id = :account and purpose = :purpose
                               and issued_at > now(3) - interval :seconds second)
                """)
                .param("account", account.toString())
                .param("purpose", purpose.name())
                .param("seconds", SECONDS_BETWEEN_MAILS)
                .query(Boolean.class)
                .single();
    }

    /** The token, sealed for notification-service; the database keeps only its hash. */
    String issue(UUID account, Purpose purpose) {
        var token = MailToken.fresh();
        if (purpose != Purpose.RESET_PASSWORD) {
            useUp(account, purpose);
        }
        jdbc.sql("""
                insert into mail_token (hash, account_id, purpose, expires_at)
                values (:hash, :account, :purpose, now(3) + interval :life second)
                """)
                .param("hash", token.hash())
                .param("account", account.toString())
                .param("purpose", purpose.name())
                .param("life", purpose.life().toSeconds())
                .update();
        return key.seal(token.value());
    }

    /** Checks a token without consuming it, so that expensive work starts only for a valid one. */
    public boolean isGood(MailToken token, Purpose purpose) {
        return jdbc.sql("""
                select exists (select 1 from mail_token where hash = :hash and purpose = :purpose
                               and used_at is null and expires_at > now(3))
                """)
                .param("hash", token.hash())
                .param("purpose", purpose.name())
                .query(Boolean.class)
                .single();
    }

    /** Consumes a token and all others of its account and purpose; one caller gets the account, locked, all others nothing. */
    public Optional<UUID> redeem(MailToken token, Purpose purpose) {
        var account = lockAccountOf(token);
        if (account.isEmpty() || !isGood(token, purpose)) {
            return Optional.empty();
        }
        useUp(account.get(), purpose);
        return account;
    }

    private Optional<UUID> lockAccountOf(MailToken token) {
        return jdbc.sql("""
                select id from account where id = (select account_id from mail_token where hash = :hash) for update
                """).param("hash", token.hash()).query(UUID.class).optional();
    }

    private void useUp(UUID account, Purpose purpose) {
        jdbc.sql("""
                update mail_token set used_at = now(3)
                where account_id = :account and purpose = :purpose and used_at is null
                """)
                .param("account", account.toString())
                .param("purpose", purpose.name())
                .update();
    }
}
