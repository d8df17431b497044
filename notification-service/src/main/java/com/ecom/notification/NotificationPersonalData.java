package com.ecom.notification;

import com.ecom.core.jdbc.Utc;
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

/** Recipients and the mails they received. */
@Component
@RequiredArgsConstructor
class NotificationPersonalData implements PersonalData {

    private final JdbcClient jdbc;

    @Override
    public List<Item> of(UUID subject) {
        var items = new ArrayList<Item>(jdbc
                .sql("select email, first_name, language, marketing_emails from recipient where user_id = :user")
                .param("user", subject.toString())
                .query()
                .listOfRows()
                .stream()
                .map(it -> new Item("recipient", it))
                .toList());
        items.addAll(jdbc.sql("""
                select subject, body, email, created_at from notification
                where user_id = :user and template not in (:secretTemplates) order by id limit 10000
                """)
                .param("user", subject.toString())
                .param("secretTemplates", Template.secretTemplates())
                .query((row, _) -> new Item(
                        "mail",
                        Map.of(
                                "subject", row.getString("subject"),
                                "body", row.getString("body"),
                                "email", row.getString("email"),
                                "createdAt", Utc.instant(row, "created_at").toString())))
                .list());
        return items;
    }

    @Override
    public Set<String> namesOf(UUID subject) {
        return jdbc.sql("""
                select about from notification where user_id = :user
                union select email from notification where user_id = :user
                union select email from recipient where user_id = :user and email is not null
                """)
                .param("user", subject.toString())
                .query(String.class)
                .set();
    }

    @Override
    public Optional<Erasure> erase(UUID subject) {
        int erased = 0;
        for (var table : List.of("notification", "recipient")) {
            erased += jdbc.sql("delete from %s where user_id = :user".formatted(table))
                    .param("user", subject.toString())
                    .update();
        }
        return Optional.of(Erasure.of(erased));
    }
}
