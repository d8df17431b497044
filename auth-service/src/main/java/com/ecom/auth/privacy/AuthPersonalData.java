package com.ecom.auth.privacy;

import com.ecom.auth.accounts.Accounts;
import com.ecom.auth.accounts.StaffPolicy;
import com.ecom.auth.model.RevocationReason;
import com.ecom.auth.securitylog.SecurityLog;
import com.ecom.auth.sessions.EndSessions;
import com.ecom.core.privacy.PersonalData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Accounts, their sessions and what happened to them. The security log stays, under an id that identifies no person. */
@Component
@RequiredArgsConstructor
class AuthPersonalData implements PersonalData {

    /** Tables that refer to the account; the account itself comes last. */
    private static final List<String> HANGING_ON_IT = List.of(
            "login_session", "mail_token", "recovery_code", "second_factor", "known_place", "external_identity");

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final EndSessions endSessions;
    private final SecurityLog log;

    @Override
    public List<Item> of(UUID subject) {
        var items = new ArrayList<Item>();
        accounts.find(subject)
                .ifPresent(it -> items.add(new Item(
                        "account",
                        Map.of(
                                "accountId", it.id(),
                                "email", it.email().value(),
                                "emailVerified", it.emailVerified(),
                                "roles", it.roles()))));
        items.addAll(rows("session", "select device, created_at, last_used_at from login_session", subject));
        items.addAll(rows("google", "select issuer, subject, linked_at from external_identity", subject));
        items.addAll(rows("security-event", "select at, kind, detail from security_event", subject));
        return items;
    }

    @Override
    public Set<String> namesOf(UUID subject) {
        return accounts.find(subject).map(it -> Set.of(it.email().value())).orElse(Set.of());
    }

    /** Refuses to erase staff: an administrator removes their roles first. */
    @Override
    public Optional<Erasure> erase(UUID subject) {
        var account = accounts.find(subject);
        if (account.isEmpty()) {
            return Optional.of(Erasure.of(0));
        }
        if (StaffPolicy.isStaff(account.get().roles())) {
            return Optional.of(new Erasure(0, 0, 1, "The account belongs to the shop's staff"));
        }
        endSessions.all(subject, RevocationReason.ERASED);
        int erased = 0;
        for (var table : HANGING_ON_IT) {
            erased += jdbc.sql("delete from %s where account_id = :id".formatted(table))
                    .param("id", subject.toString())
                    .update();
        }
        var anonymised = jdbc.sql("update security_event set detail = '' where account_id = :id")
                .param("id", subject.toString())
                .update();
        erased += jdbc.sql("delete from account where id = :id")
                .param("id", subject.toString())
                .update();
        log.add(SecurityLog.Kind.ERASED, subject, "");
        return Optional.of(new Erasure(erased, anonymised, 0, "The record of security names ids only"));
    }

    private List<Item> rows(String kind, String sql, UUID subject) {
        return jdbc
                .sql(sql + " where account_id = :id limit 1000")
                .param("id", subject.toString())
                .query()
                .listOfRows()
                .stream()
                .map(it -> new Item(kind, it))
                .toList();
    }
}
