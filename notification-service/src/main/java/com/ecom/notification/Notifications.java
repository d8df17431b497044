package com.ecom.notification;

import com.ecom.core.jdbc.BulkSql;
import com.ecom.core.jdbc.Utc;
import com.ecom.core.web.Page;
import com.ecom.notification.Templates.Mail;
import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** All mails: pending, sent, held and given up. */
@Repository
@RequiredArgsConstructor
class Notifications {

    private static final String ALL =
            "select id, about, template, user_id, email, subject, body, status, attempts, created_at from"
                    + " notification ";

    private final JdbcClient jdbc;
    private final MailSettings settings;

    /**
     * Adds one mail of each kind about each thing; duplicates are ignored. Returns the mails that are new and not
     * held: the caller has {@code ecom.notifications.claim} to send them before another instance may.
     */
    @Transactional
    List<DueMail> add(List<NewMail> mails) {
        if (mails.isEmpty()) {
            return List.of();
        }
        var added = mails.stream().map(DueMail::of).toList();
        var fresh = BulkSql.in(
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
        return fresh == added.size() || due.isEmpty() ? due : onlyInserted(due);
    }

    private @Nullable Object[] columnsOf(DueMail due, NewMail it) {
        return new @Nullable Object[] {
            due.id().toString(),
            it.about(),
            it.template().name(),
            it.user().toString(),
            it.email(),
            NormalizedMailbox.of(it.email()).hash(),
            it.mail().subject(),
            it.mail().body(),
            it.mail().sealedToken(),
            it.trace(),
            (it.held() ? Status.HELD : Status.PENDING).name(),
            settings.claim().toSeconds()
        };
    }

    private List<DueMail> onlyInserted(List<DueMail> mails) {
        var kept = jdbc.sql("select id from notification where id in (:ids)")
                .param("ids", idsOf(mails))
                .query(String.class)
                .set();
        return mails.stream().filter(it -> kept.contains(it.id().toString())).toList();
    }

    /** Claims the mails that have waited longest for {@code ecom.notifications.claim}. */
    @Transactional
    List<DueMail> claim(int atMost) {
        var due = jdbc.sql("""
                select id, email, subject, body, sealed_token, traceparent from notification
                where status = 'PENDING' and next_attempt_at <= now(3)
                order by next_attempt_at limit :limit for update skip locked
                """)
                .param("limit", atMost)
                .query((row, _) -> new DueMail(
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

    /** Deletes the text of secret mails. */
    void sent(List<DueMail> mails) {
        if (!mails.isEmpty()) {
            jdbc.sql("""
                    update notification
                    set status = 'SENT', sent_at = now(3), last_error = null,
                        body = if(template in (:secretTemplates), '', body), sealed_token = null
                    where id in (:ids)
                    """)
                    .param("secretTemplates", Template.secretTemplates())
                    .param("ids", idsOf(mails))
                    .update();
        }
    }

    private static List<String> idsOf(List<DueMail> mails) {
        return mails.stream().map(it -> it.id().toString()).toList();
    }

    /**
     * Waits a second after the first failure, then twice as long each time, up to {@code ecom.notifications.longest-pause}.
     * It becomes a dead mail after {@code ecom.notifications.retry-for}, or at once if it can never be sent.
     */
    void failed(DueMail it, String error, boolean forGood) {
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

    /** Newest first; what is null does not matter. Users do not see secret mails: a stolen session must not reveal their token. */
    Page<Notification> page(@Nullable UUID user, @Nullable Status status, @Nullable String cursor, int size) {
        var rows = jdbc.sql(ALL + """
                where (:user is null or user_id = :user and template not in (:secretTemplates))
                  and (:status is null or status = :status)
                  and (:before is null or id < :before)
                order by id desc limit :limit
                """)
                .param("user", user == null ? null : user.toString())
                .param("secretTemplates", Template.secretTemplates())
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
                Utc.instant(row, "created_at"));
    }

    /**
     * A mail that is yet to be kept.
     *
     * @param held it is not sent unless an operator wants it to be
     * @param trace the trace of the event that caused it
     */
    record NewMail(
            String about,
            Template template,
            UUID user,
            String email,
            Mail mail,
            boolean held,
            @Nullable String trace) {

        NewMail withSealedToken(String sealedToken) {
            return new NewMail(about, template, user, email, mail.withSealedToken(sealedToken), held, trace);
        }

        NewMail heldBack() {
            return new NewMail(about, template, user, email, mail, true, trace);
        }
    }

    /** A claimed mail that is to be sent now. */
    record DueMail(
            UUID id, String email, Mail mail, @Nullable String trace) {
        private static DueMail of(NewMail it) {
            return new DueMail(UuidCreator.getTimeOrderedEpoch(), it.email(), it.mail(), it.trace());
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
