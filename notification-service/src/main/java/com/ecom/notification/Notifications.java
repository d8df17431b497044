package com.ecom.notification;

import com.ecom.core.batching.ManyRows;
import com.ecom.core.service.Page;
import com.ecom.notification.Templates.Mail;
import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What people are to be told, or were. */
@Repository
class Notifications {

    private static final String ALL =
            "select id, about, template, user_id, email, subject, body, status, attempts, created_at from"
                    + " notification ";

    private final JdbcClient jdbc;
    private final MailSettings settings;

    Notifications(JdbcClient jdbc, MailSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /**
     * Notes one mail of each kind about each thing; a second one is forgotten. Returns the mails that are new and not held: whoever
     * noted them has {@code ecom.notifications.claim} to send them before another may.
     */
    @Transactional
    List<Due> add(List<Noted> mails) {
        if (mails.isEmpty()) {
            return List.of();
        }
        var added = mails.stream().map(Due::of).toList();
        var fresh = ManyRows.in(
                        jdbc,
                        """
                        insert ignore into notification
                            (id, about, template, user_id, email, mailbox, subject, body, sealed_token, traceparent, status, attempts, next_attempt_at)
                        values %s
                        """,
                        "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, now(3) + interval ? second)",
                        IntStream.range(0, mails.size())
                                .mapToObj(it -> columnsOf(added.get(it), mails.get(it)))
                                .toList())
                .update();
        var due = IntStream.range(0, mails.size())
                .filter(it -> !mails.get(it).held())
                .mapToObj(added::get)
                .toList();
        return fresh == added.size() || due.isEmpty() ? due : thoseKept(due);
    }

    private @Nullable Object[] columnsOf(Due due, Noted it) {
        return new @Nullable Object[] {
            due.id().toString(),
            it.about(),
            it.template().name(),
            it.user().toString(),
            it.email(),
            CountedMailbox.of(it.email()).hash(),
            it.mail().subject(),
            it.mail().body(),
            it.mail().sealedToken(),
            it.trace(),
            (it.held() ? Status.HELD : Status.PENDING).name(),
            settings.claim().toSeconds()
        };
    }

    private List<Due> thoseKept(List<Due> mails) {
        var kept = jdbc.sql("select id from notification where id in (:ids)")
                .param("ids", idsOf(mails))
                .query(String.class)
                .set();
        return mails.stream().filter(it -> kept.contains(it.id().toString())).toList();
    }

    /** Takes the mails that have waited longest; whoever took them has {@code ecom.notifications.claim} before another may. */
    @Transactional
    List<Due> claim(int atMost) {
        var due = jdbc.sql("""
                select id, email, subject, body, sealed_token, traceparent from notification
                where status = 'PENDING' and next_attempt_at <= now(3)
                order by next_attempt_at limit :limit for update skip locked
                """)
                .param("limit", atMost)
                .query((row, _) -> new Due(
                        UUID.fromString(row.getString("id")),
                        row.getString("email"),
                        new Mail(row.getString("subject"), row.getString("body"), row.getString("sealed_token")),
                        row.getString("traceparent")))
                .list();
        if (!due.isEmpty()) {
            jdbc.sql("""
                    update notification set attempts = attempts + 1, next_attempt_at = now(3) + interval :claim second
                    where id in (:ids)
                    """)
                    .param("claim", settings.claim().toSeconds())
                    .param("ids", idsOf(due))
                    .update();
        }
        return due;
    }

    /** The words of secret mails are forgotten. */
    void sent(List<Due> mails) {
        if (!mails.isEmpty()) {
            jdbc.sql("""
                    update notification
                    set status = 'SENT', sent_at = now(3), last_error = null,
                        body = if(template in (:secretOnes), '', body), sealed_token = null
                    where id in (:ids)
                    """)
                    .param("secretOnes", Template.secretOnes())
                    .param("ids", idsOf(mails))
                    .update();
        }
    }

    private static List<String> idsOf(List<Due> mails) {
        return mails.stream().map(it -> it.id().toString()).toList();
    }

    /**
     * Waits a second after the first failure, then twice as long each time, up to {@code ecom.notifications.longest-pause}.
     * It becomes a dead mail after {@code ecom.notifications.retry-for}, or at once if it can never be sent.
     */
    void failed(Due it, String error, boolean forGood) {
        jdbc.sql("""
                update notification
                set status = if(:forGood or tried_since < now(3) - interval :retryFor second, 'DEAD_LETTER', 'PENDING'),
                    last_error = :error,
                    next_attempt_at = now(3) + interval least(:longestPause, pow(2, least(attempts, 30) - 1)) second
                where id = :id
                """)
                .param("forGood", forGood)
                .param("retryFor", settings.retryFor().toSeconds())
                .param("longestPause", settings.longestPause().toSeconds())
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

    /**
     * A mail that is yet to be kept.
     *
     * @param held it is not sent unless an operator wants it to be
     * @param trace where in its trace the news was heard that is worth it
     */
    record Noted(
            String about,
            Template template,
            UUID user,
            String email,
            Mail mail,
            boolean held,
            @Nullable String trace) {

        Noted bringing(String sealedToken) {
            return new Noted(about, template, user, email, mail.bringing(sealedToken), held, trace);
        }

        Noted heldBack() {
            return new Noted(about, template, user, email, mail, true, trace);
        }
    }

    /** A mail on which somebody has a claim and which is to be sent now. */
    record Due(UUID id, String email, Mail mail, @Nullable String trace) {
        private static Due of(Noted it) {
            return new Due(UuidCreator.getTimeOrderedEpoch(), it.email(), it.mail(), it.trace());
        }
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
        DEAD_LETTER,
        HELD,
        DISCARDED
    }
}
