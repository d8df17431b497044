package com.ecom.auth.google;

import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who the owners of accounts are elsewhere. */
@Repository
@RequiredArgsConstructor
class ExternalIdentities {

    private final JdbcClient jdbc;

    Optional<UUID> accountOf(String issuer, String subject) {
        return jdbc.sql("select account_id from external_identity where issuer = :issuer and subject = :subject")
                .param("issuer", issuer)
                .param("subject", subject)
                .query(UUID.class)
                .optional();
    }

    void add(String issuer, String subject, UUID account) {
        jdbc.sql("insert into external_identity (issuer, subject, account_id) values (:issuer, :subject, :account)")
                .param("issuer", issuer)
                .param("subject", subject)
                .param("account", account.toString())
                .update();
    }
}
