package com.ecom.auth.accounts;

import com.ecom.auth.model.AuthRefusal;
import com.ecom.core.jdbc.Utc;
import com.ecom.core.security.AccessPolicy.Role;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All accounts; the database lets no two of them share an address. */
@Repository
@RequiredArgsConstructor
public class Accounts {

    private static final RowMapper<Account> ACCOUNT = (row, _) -> new Account(
            UUID.fromString(row.getString("id")),
            new Email(row.getString("email")),
            row.getString("password_hash"),
            Arrays.stream(row.getString("roles").split(",")).map(Role::valueOf).collect(Collectors.toSet()),
            row.getLong("version"),
            Utc.instantOrNull(row, "email_verified_at") != null,
            Utc.instantOrNull(row, "suspended_at") != null);

    private final JdbcClient jdbc;

    /** {@code false}, and no change, if the address is taken. */
    public boolean add(Account account) {
        try {
            jdbc.sql("""
                    insert into account (id, email, password_hash, roles)
                    values (:id, :email, :hash, :roles)
                    """)
                    .param("id", account.id().toString())
                    .param("email", account.email().value())
                    .param("hash", account.passwordHash())
                    .param("roles", namesOf(account.roles()))
                    .update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    public Optional<Account> findByEmail(Email email) {
        return jdbc.sql("select * from account where email = :email")
                .param("email", email.value())
                .query(ACCOUNT)
                .optional();
    }

    /** Serializes all changes to what belongs to an account. */
    public void lock(UUID id) {
        jdbc.sql("select id from account where id = :id for update")
                .param("id", id.toString())
                .query(String.class)
                .optional();
    }

    /**
     * Locks an account of which something was proved, and reads it anew: hashing and waiting take time, and a password that
     * was right before may have been replaced since.
     *
     * @throws AuthRefusal.AccountChanged if all its sessions have ended since it was read
     * @throws AuthRefusal.AccountSuspended if log-in is refused
     */
    public Account lockUnchanged(Account seen) {
        var account = locked(seen.id()).orElseThrow(AuthRefusal.SessionEnded::new);
        if (account.suspended()) {
            throw new AuthRefusal.AccountSuspended();
        }
        if (account.version() != seen.version()) {
            throw new AuthRefusal.AccountChanged();
        }
        return account;
    }

    /** The account, which stays as it is until the end of the transaction. */
    public Optional<Account> locked(UUID id) {
        return jdbc.sql("select * from account where id = :id for update")
                .param("id", id.toString())
                .query(ACCOUNT)
                .optional();
    }

    /**
     * Locks them all, so that two who remove each other leave one; those who cannot get in do not count. They are looked for
     * without a lock first: to lock while looking would wait for everybody's account.
     */
    public Set<UUID> lockAdmins() {
        var admins = jdbc.sql("select id from account where find_in_set('ADMIN', roles)")
                .query(String.class)
                .list();
        return admins.isEmpty()
                ? Set.of()
                : Set.copyOf(
                        jdbc.sql("""
                        select id from account
                        where id in (:admins) and find_in_set('ADMIN', roles) and suspended_at is null
                          and (password_hash is not null
                               or exists (select 1 from external_identity where account_id = account.id))
                        order by id for update
                        """).param("admins", admins).query(UUID.class).list());
    }

    public boolean haveAnAdmin() {
        return jdbc.sql("select exists (select 1 from account where find_in_set('ADMIN', roles))")
                .query(Boolean.class)
                .single();
    }

    public void setRoles(UUID id, Set<Role> roles) {
        jdbc.sql("update account set roles = :roles where id = :id")
                .param("roles", namesOf(roles))
                .param("id", id.toString())
                .update();
    }

    /** Whether they were not before. */
    public boolean suspend(UUID id) {
        return jdbc.sql("update account set suspended_at = now(3) where id = :id and suspended_at is null")
                        .param("id", id.toString())
                        .update()
                == 1;
    }

    public boolean restore(UUID id) {
        return jdbc.sql("update account set suspended_at = null where id = :id and suspended_at is not null")
                        .param("id", id.toString())
                        .update()
                == 1;
    }

    public void setPassword(UUID id, String hash) {
        jdbc.sql("update account set password_hash = :hash where id = :id")
                .param("hash", hash)
                .param("id", id.toString())
                .update();
    }

    /** Until its owner chooses another one. */
    public void dropPassword(UUID id) {
        jdbc.sql("update account set password_hash = null where id = :id")
                .param("id", id.toString())
                .update();
    }

    /** Unless the password was changed meanwhile. */
    public void renewHash(UUID id, String hash, String renewed) {
        jdbc.sql("update account set password_hash = :renewed where id = :id and password_hash = :hash")
                .param("renewed", renewed)
                .param("id", id.toString())
                .param("hash", hash)
                .update();
    }

    /** Whether the address was not verified before. */
    public boolean verifyEmail(UUID id) {
        return jdbc.sql("update account set email_verified_at = now(3) where id = :id and email_verified_at is null")
                        .param("id", id.toString())
                        .update()
                == 1;
    }

    /** Locks the account, and makes whatever tokens it has old. */
    public long nextVersion(UUID id) {
        jdbc.sql("update account set version = version + 1 where id = :id")
                .param("id", id.toString())
                .update();
        return get(id).version();
    }

    /** @throws AuthRefusal.SessionEnded if there is no such account any more, so that its tokens are worth nothing */
    public Account get(UUID id) {
        return find(id).orElseThrow(AuthRefusal.SessionEnded::new);
    }

    public Optional<Account> find(UUID id) {
        return jdbc.sql("select * from account where id = :id")
                .param("id", id.toString())
                .query(ACCOUNT)
                .optional();
    }

    private static String namesOf(Set<Role> roles) {
        return roles.stream().map(Role::name).collect(Collectors.joining(","));
    }
}
