package com.ecom.auth.retention;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.test.ServiceTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Expired rows are deleted in time, so that no table grows with time alone; and none before. */
@ServiceTest
class PurgeExpiredIT {

    @Autowired
    PurgeExpired purgeExpired;

    @Autowired
    JdbcClient jdbc;

    private final String account = UUID.randomUUID().toString();
    private final String mark = UUID.randomUUID().toString();

    @Test
    void deletesExpiredRowsAndNothingElse() {
        insert(
                "account (id, email, password_hash, roles) values (?, ?, '', 'CUSTOMER')",
                account,
                mark + "@example.com");
        for (var days : List.of(6, 8)) {
            insert(
                    "login_session (id, account_id, expires_at, device) values (uuid(), ?, now(3) - interval ? day, ?)",
                    account,
                    days,
                    mark);
            insert(
                    "mail_token (hash, account_id, purpose, expires_at) values (sha2(uuid(), 256), ?, 'VERIFY_EMAIL', now(3) - interval ? day)",
                    account,
                    days);
            insert(
                    "sign_in_attempt (state_hash, holder_hash, nonce, verifier, expires_at, account_id) values (sha2(uuid(), 256), '', '', '', now(3) - interval ? day, ?)",
                    days,
                    account);
        }
        insert(
                "refresh_token (hash, session_id, expires_at) select sha2(id, 256), id, expires_at from login_session where device = ?",
                mark);
        for (var hours : List.of(23, 25)) {
            insert(
                    "login_attempts (scope, last_at) values (concat(?, '-', ?), now(3) - interval ? hour)",
                    mark,
                    hours,
                    hours);
        }
        for (var days : List.of(89, 91)) {
            insert("known_place values (?, sha2(uuid(), 256), now(3) - interval ? day)", account, days);
        }
        for (var days : List.of(399, 401)) {
            insert(
                    "security_event (id, at, kind, account_id) values (concat('00000000-0000-7000-8000-', left(sha2(uuid(), 256), 12)), now(3) - interval ? day, 'LOGGED_IN', ?)",
                    days,
                    account);
            insert(
                    "signing_key (id, public_key, sealed_private_key, signs_from, verifies_until) values (concat(?, '-', ?), '', '', now(3) - interval 500 day, now(3) - interval ? day)",
                    mark,
                    days,
                    days);
        }

        purgeExpired.purge();

        for (var table : List.of("login_session", "mail_token", "sign_in_attempt", "known_place", "security_event")) {
            assertThat(count(table + " where account_id = ?", account))
                    .as(table)
                    .isEqualTo(1);
        }
        assertThat(count("refresh_token join login_session s on s.id = session_id where s.device = ?", mark))
                .isEqualTo(1);
        assertThat(count("login_attempts where scope like concat(?, '%')", mark))
                .isEqualTo(1);
        assertThat(count("signing_key where id like concat(?, '%')", mark)).isEqualTo(1);
    }

    private void insert(String what, Object... values) {
        jdbc.sql("insert into " + what).params(values).update();
    }

    private int count(String what, String value) {
        return jdbc.sql("select count(*) from " + what)
                .param(value)
                .query(Integer.class)
                .single();
    }
}
