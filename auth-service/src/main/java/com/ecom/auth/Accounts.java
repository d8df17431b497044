package com.ecom.auth;

import com.ecom.core.service.AccessPolicy.Role;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All accounts; the database lets no two of them share an address. */
@Repository
class Accounts {

    private static final RowMapper<Account> ACCOUNT = (row, _) -> new Account(
            UUID.fromString(row.getString("id")),
            new Email(row.getString("email")),
            row.getString("password_hash"),
            Arrays.stream(row.getString("roles").split(",")).map(Role::valueOf).collect(Collectors.toSet()),
            row.getLong("version"));

    private final JdbcClient jdbc;

    Accounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** {@code false}, and no change, if the address belongs to somebody already. */
    boolean add(Account account) {
        try {
            jdbc.sql("""
                    insert into account (id, email, password_hash, roles)
                    values (:id, :email, :hash, :roles)
                    """)
                    .param("id", account.id().toString())
                    .param("email", account.email().value())
                    .param("hash", account.passwordHash())
                    .param("roles", account.roles().stream().map(Role::name).collect(Collectors.joining(",")))
                    .update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    Optional<Account> with(Email email) {
        return jdbc.sql("select * from account where email = :email")
                .param("email", email.value())
                .query(ACCOUNT)
                .optional();
    }

    /** Locks the account, and makes whatever tokens it has old. */
    long nextVersion(UUID id) {
        jdbc.sql("update account set version = version + 1 where id = :id")
                .param("id", id.toString())
                .update();
        return get(id).version();
    }

    Account get(UUID id) {
        return jdbc.sql("select * from account where id = :id")
                .param("id", id.toString())
                .query(ACCOUNT)
                .single();
    }
}
