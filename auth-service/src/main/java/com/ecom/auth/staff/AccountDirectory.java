package com.ecom.auth.staff;

import com.ecom.auth.accounts.Email;
import com.ecom.auth.model.AuthRefusal;
import com.ecom.core.jdbc.Utc;
import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.core.web.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Accounts as administrators see them: how they stand, and nothing that opens them. */
@Repository
@RequiredArgsConstructor
class AccountDirectory {

    private static final String ALL = """
            select account.*, factor.confirmed_at is not null as second_factor
            from account left join second_factor factor on factor.account_id = account.id
            """;

    private final JdbcClient jdbc;

    /** The newest first; what is null does not matter. */
    Page<AccountEntry> page(@Nullable Email email, boolean staffOnly, @Nullable String cursor, int size) {
        var entries = jdbc.sql(ALL + """
                where (:email is null or account.email = :email)
                  and (not :staffOnly or account.roles <> 'CUSTOMER')
                  and (:before is null or account.id < :before)
                order by account.id desc limit :limit
                """)
                .param("email", email == null ? null : email.value())
                .param("staffOnly", staffOnly)
                .param("before", Page.positionOf(cursor).orElse(null))
                .param("limit", size + 1)
                .query(AccountDirectory::read)
                .list();
        return Page.of(entries, size, it -> it.accountId().toString());
    }

    /** @throws AuthRefusal.NoSuchAccount if there is none */
    AccountEntry get(UUID id) {
        return jdbc.sql(ALL + "where account.id = :id")
                .param("id", id.toString())
                .query(AccountDirectory::read)
                .optional()
                .orElseThrow(AuthRefusal.NoSuchAccount::new);
    }

    private static AccountEntry read(ResultSet row, int number) throws SQLException {
        return new AccountEntry(
                UUID.fromString(row.getString("id")),
                row.getString("email"),
                Arrays.stream(row.getString("roles").split(","))
                        .map(Role::valueOf)
                        .sorted()
                        .toList(),
                Utc.instantOrNull(row, "email_verified_at") != null,
                row.getBoolean("second_factor"),
                Utc.instantOrNull(row, "suspended_at") != null,
                Utc.instant(row, "created_at"));
    }

    record AccountEntry(
            UUID accountId,
            String email,
            List<Role> roles,
            boolean emailVerified,
            boolean secondFactor,
            boolean suspended,
            Instant createdAt) {}
}
