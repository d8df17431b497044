package com.ecom.notification;

import com.ecom.core.service.Page;
import com.ecom.notification.Templates.Mail;
import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What people are to be told, or were. */
@Repository
class Notifications {

    private static final String ALL =
            "select id, about, template, user_id, email, subject, body, status, attempts, created_at from notification ";

    private final JdbcClient jdbc;

    Notifications(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes one mail of each kind about each thing; a second one is forgotten. */
    void add(String about, Template template, UUID user, String email, Mail mail) {
        jdbc.sql("""
                insert ignore into notification (id, about, template, user_id, email, subject, body)
                values (:id, :about, :template, :user, :email, :subject, :body)
                """)
                .param("id", UuidCreator.getTimeOrderedEpoch().toString())
                .param("about", about)
                .param("template", template.name())
                .param("user", user.toString())
                .param("email", email)
                .param("subject", mail.subject())
                .param("body", mail.body())
                .update();
    }

    /** Takes the mail that has waited longest; whoever took it has five minutes before another may. */
    @Transactional
    Optional<Notification> claim() {
        var due = jdbc.sql(ALL + """
                where status = 'PENDING' and next_attempt_at <= now(3)
                order by next_attempt_at limit 1 for update skip locked
                """).query((row, _) -> read(row)).optional();
        due.ifPresent(it -> jdbc.sql("""
                update notification set attempts = attempts + 1, next_attempt_at = now(3) + interval 5 minute
                where id = :id
                """).param("id", it.id().toString()).update());
        return due;
    }

    /** The words of a secret mail are forgotten. */
    void sent(Notification it) {
        jdbc.sql("""
                update notification
                set status = 'SENT', sent_at = now(3), last_error = null, body = if(:secret, '', body)
                where id = :id
                """)
                .param("secret", it.template().isSecret())
                .param("id", it.id().toString())
                .update();
    }

    /** Waits a second after the first failure, then twice as long each time up to an hour; in the end people must look at it. */
    void failed(Notification it, String error, int maxAttempts) {
        jdbc.sql("""
                update notification
                set status = if(attempts >= :max, 'DEAD_LETTER', 'PENDING'), last_error = :error,
                    next_attempt_at = now(3) + interval least(3600, pow(2, attempts - 1)) second
                where id = :id
                """)
                .param("max", maxAttempts)
                .param("error", error.substring(0, Math.min(500, error.length())))
                .param("id", it.id().toString())
                .update();
    }

    /** Newest first; what is null does not matter. A user does not see secret mails: whoever has their token is not yet them. */
    Page<Notification> page(@Nullable UUID user, @Nullable Status status, @Nullable String cursor, int size) {
        var rows = jdbc.sql(ALL + """
                where (:user is null or user_id = :user and template not in (:secretOnes))
                  and (:status is null or status = :status)
                  and (:before is null or id < :before)
                order by id desc limit :limit
                """)
                .param("user", user == null ? null : user.toString())
                .param("secretOnes", Template.secretOnes())
                .param("status", status == null ? null : status.name())
                .param("before", Page.positionOf(cursor).orElse(null))
                .param("limit", size + 1)
                .query((row, _) -> read(row))
                .list();
        return Page.of(rows, size, it -> it.id().toString());
    }

    private static Notification read(ResultSet row) throws SQLException {
        return new Notification(
                UUID.fromString(row.getString("id")),
                row.getString("about"),
                Template.valueOf(row.getString("template")),
                UUID.fromString(row.getString("user_id")),
                row.getString("email"),
                row.getString("subject"),
                row.getString("body"),
                Status.valueOf(row.getString("status")),
                row.getInt("attempts"),
                row.getObject("created_at", LocalDateTime.class).toInstant(ZoneOffset.UTC));
    }

    record Notification(
            UUID id,
            String about,
            Template template,
            UUID user,
            String email,
            String subject,
            String body,
            Status status,
            int attempts,
            Instant createdAt) {}

    enum Status {
        PENDING,
        SENT,
        DEAD_LETTER
    }
}
