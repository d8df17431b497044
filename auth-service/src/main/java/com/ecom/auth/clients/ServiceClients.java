package com.ecom.auth.clients;

import com.ecom.auth.model.AuthRefusal;
import com.ecom.auth.secrets.Secret;
import com.ecom.core.jdbc.Utc;
import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Programs that act for themselves, and the hashes of their secrets. */
@Repository
@RequiredArgsConstructor
class ServiceClients {

    static final String NAME = "[a-z][a-z0-9-]{2,59}";

    private static final int HOURS_BOTH_SECRETS_WORK = 24;

    private final JdbcClient jdbc;

    /** The secret, which cannot be read again. */
    String register(String name, Set<String> audiences) {
        var secret = Secret.fresh();
        try {
            jdbc.sql("""
                    insert into service_client (id, name, audiences, secret_hash)
                    values (:id, :name, :audiences, :hash)
                    """)
                    .param("id", UuidCreator.getTimeOrderedEpoch().toString())
                    .param("name", name)
                    .param("audiences", String.join(",", audiences))
                    .param("hash", Secret.hashOf(secret))
                    .update();
            return secret;
        } catch (DuplicateKeyException e) {
            throw new AuthRefusal.ClientExists();
        }
    }

    /** A new secret; the previous one stays valid for a day. */
    Optional<String> renewSecret(String name) {
        var secret = Secret.fresh();
        var renewed = jdbc.sql("""
                update service_client
                set previous_hash = secret_hash, previous_until = now(3) + interval :hours hour, secret_hash = :hash
                where name = :name
                """)
                .param("hours", HOURS_BOTH_SECRETS_WORK)
                .param("hash", Secret.hashOf(secret))
                .param("name", name)
                .update();
        return renewed == 1 ? Optional.of(secret) : Optional.empty();
    }

    boolean remove(String name) {
        return jdbc.sql("delete from service_client where name = :name")
                        .param("name", name)
                        .update()
                == 1;
    }

    /** The client, if the secret is its current or its previous one. */
    Optional<ServiceClient> authenticate(String name, String secret) {
        if (!name.matches(NAME)) {
            return Optional.empty();
        }
        return jdbc.sql("""
                select * from service_client
                where name = :name
                  and (secret_hash = :hash or (previous_hash = :hash and previous_until > now(3)))
                """)
                .param("name", name)
                .param("hash", Secret.hashOf(secret))
                .query(ServiceClients::read)
                .optional();
    }

    List<ServiceClient> all() {
        return jdbc.sql("select * from service_client order by name")
                .query(ServiceClients::read)
                .list();
    }

    private static ServiceClient read(ResultSet row, int number) throws SQLException {
        return new ServiceClient(
                UUID.fromString(row.getString("id")),
                row.getString("name"),
                Set.of(row.getString("audiences").split(",")),
                Utc.instant(row, "created_at"));
    }

    /**
     * @param name its {@code client_id}
     * @param audiences the services that it may call
     */
    record ServiceClient(UUID id, String name, Set<String> audiences, Instant createdAt) {}
}
