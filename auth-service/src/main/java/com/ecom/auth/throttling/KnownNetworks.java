package com.ecom.auth.throttling;

import com.ecom.auth.accounts.Email;
import com.ecom.auth.secrets.Secret;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where the owners of accounts have come in from, during the last ninety days. */
@Repository
@RequiredArgsConstructor
public class KnownNetworks {

    private final JdbcClient jdbc;

    boolean has(Email email, String network) {
        return jdbc.sql("""
                select exists (
                    select 1 from known_place place join account on account.id = place.account_id
                    where account.email = :email and place.network = sha2(concat(account.id, ':', :network), 256))
                """)
                .param("email", email.value())
                .param("network", network)
                .query(Boolean.class)
                .single();
    }

    void remember(UUID account, String network) {
        jdbc.sql("""
                insert into known_place (account_id, network) values (:account, :network)
                on duplicate key update last_seen_at = now(3)
                """)
                .param("account", account.toString())
                .param("network", Secret.hashOf(account + ":" + network))
                .update();
    }

    public int deleteOld(int limit) {
        return jdbc.sql("""
                delete from known_place where last_seen_at < now(3) - interval 90 day
                order by last_seen_at limit :limit
                """).param("limit", limit).update();
    }
}
