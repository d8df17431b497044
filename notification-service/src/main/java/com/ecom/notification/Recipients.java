package com.ecom.notification;

import com.ecom.core.privacy.ErasedSubjects;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Our own copy of who people are and how they want to be spoken to; of those who were forgotten there is none. */
@Repository
@RequiredArgsConstructor
class Recipients {

    private final JdbcClient jdbc;
    private final ErasedSubjects erased;

    void registered(UUID user, String email) {
        if (erased.contain(user)) {
            return;
        }
        jdbc.sql("""
                insert into recipient (user_id, email) values (:user, :email) as new
                on duplicate key update email = new.email
                """).param("user", user.toString()).param("email", email).update();
    }

    /** Marks the address of an account as verified. */
    void verified(UUID user, String email) {
        if (erased.contain(user)) {
            return;
        }
        jdbc.sql("""
                insert into recipient (user_id, email, verified_at) values (:user, :email, now(3)) as new
                on duplicate key update email = new.email, verified_at = new.verified_at
                """).param("user", user.toString()).param("email", email).update();
    }

    /** An older profile never overwrites a newer one. */
    void profile(UUID user, long version, @Nullable String firstName, String language, boolean marketing) {
        if (erased.contain(user)) {
            return;
        }
        jdbc.sql("""
                insert into recipient (user_id, first_name, language, marketing_emails, version)
                values (:user, :name, :language, :marketing, :version) as new
                on duplicate key update
                    first_name = if(new.version > recipient.version, new.first_name, recipient.first_name),
                    language = if(new.version > recipient.version, new.language, recipient.language),
                    marketing_emails =
                        if(new.version > recipient.version, new.marketing_emails, recipient.marketing_emails),
                    version = greatest(new.version, recipient.version)
                """)
                .param("user", user.toString())
                .param("name", firstName)
                .param("language", language)
                .param("marketing", marketing)
                .param("version", version)
                .update();
    }

    /** Those of these people of whom we know something. */
    Map<UUID, Recipient> of(Collection<UUID> users) {
        var found = new HashMap<UUID, Recipient>();
        jdbc.sql("select user_id, language, first_name from recipient where user_id in (:users)")
                .param("users", users.stream().map(UUID::toString).toList())
                .query(row -> {
                    found.put(
                            UUID.fromString(row.getString("user_id")),
                            new Recipient(
                                    Language.of(row.getString("language")),
                                    Objects.requireNonNullElse(row.getString("first_name"), "")));
                });
        return found;
    }

    /** A recipient's language and first name; the name is empty if unknown. */
    record Recipient(Language language, String firstName) {
        static final Recipient UNKNOWN = new Recipient(Language.of(null), "");
    }
}
