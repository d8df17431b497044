package com.ecom.notification;

import com.ecom.core.jdbc.Utc;
import com.ecom.notification.Notifications.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Mails as operators see them: without text and addresses. */
@Repository
@RequiredArgsConstructor
class UndeliveredMails {

    private static final String COLUMNS = """
            select id, about, template, user_id, status, attempts, last_error, created_at, next_attempt_at
            from notification
            """;
    private static final String SELECTED = """
            where status = :status
              and (:id is null or id = :id)
              and (:about is null or about = :about)
              and (:user is null or user_id = :user)
              and (:template is null or template = :template)
            """;

    private final JdbcClient jdbc;

    /** The oldest first. */
    List<UndeliveredMail> list(Status status, MailFilter filter, String after, int limit) {
        return selected(COLUMNS + SELECTED + "and id > :after order by id limit :limit", status, filter)
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> read(row))
                .list();
    }

    Optional<UndeliveredMail> find(UUID id) {
        return jdbc.sql(COLUMNS + "where id = :id")
                .param("id", id.toString())
                .query((row, _) -> read(row))
                .optional();
    }

    long count(Status status, MailFilter filter, int most) {
        return selected(
                        "select count(*) from (select 1 from notification " + SELECTED + "limit :most) some",
                        status,
                        filter)
                .param("most", most)
                .query(Long.class)
                .single();
    }

    /** They are sent within a second or two, and tried for as long as new ones. */
    long requeue(Status from, MailFilter filter, int most) {
        return selected("""
                update notification
                set status = 'PENDING', attempts = 0, tried_since = now(3), next_attempt_at = now(3)
                """ + SELECTED + "order by id limit :most", from, filter)
                .param("most", most)
                .update();
    }

    /** They are never sent; the text of secret ones is deleted. */
    long discard(Status from, MailFilter filter, int most) {
        return selected("""
                update notification
                set status = 'DISCARDED', body = if(template in (:secretTemplates), '', body), sealed_token = null
                """ + SELECTED + "order by id limit :most", from, filter)
                .param("secretTemplates", Template.secretTemplates())
                .param("most", most)
                .update();
    }

    private JdbcClient.StatementSpec selected(String sql, Status status, MailFilter it) {
        return jdbc.sql(sql)
                .param("status", status.name())
                .param("id", it.id == null ? null : it.id.toString())
                .param("about", it.about)
                .param("user", it.user == null ? null : it.user.toString())
                .param("template", it.template == null ? null : it.template.name());
    }

    private static UndeliveredMail read(ResultSet row) throws SQLException {
        return new UndeliveredMail(
                UUID.fromString(row.getString("id")),
                row.getString("about"),
                Template.valueOf(row.getString("template")),
                UUID.fromString(row.getString("user_id")),
                Status.valueOf(row.getString("status")),
                row.getInt("attempts"),
                row.getString("last_error"),
                Utc.instant(row, "created_at"),
                Utc.instant(row, "next_attempt_at"));
    }

    /** Which mails are meant; what is null does not matter. */
    record MailFilter(
            @Nullable UUID id,
            @Nullable String about,
            @Nullable UUID user,
            @Nullable Template template) {}

    /**
     * @param about the order or account it is about
     * @param error why it was not sent, the last time it was tried
     * @param nextAttemptAt when it is tried again, if it still is
     */
    record UndeliveredMail(
            UUID mailId,
            String about,
            Template template,
            UUID userId,
            Status status,
            int attempts,
            @Nullable String error,
            Instant createdAt,
            Instant nextAttemptAt) {}
}
