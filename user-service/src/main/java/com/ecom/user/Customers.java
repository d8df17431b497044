package com.ecom.user;

import com.ecom.core.privacy.ErasedSubjects;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** All customers. */
@Repository
class Customers {

    private final JdbcClient jdbc;
    private final ErasedSubjects erased;

    Customers(JdbcClient jdbc, ErasedSubjects erased) {
        this.jdbc = jdbc;
        this.erased = erased;
    }

    /**
     * Knows somebody from now on, whether we hear first of their registration or meet them with their token; but nobody who was
     * forgotten.
     */
    @Transactional
    void welcome(UUID id, @Nullable String email) {
        if (erased.contain(id)) {
            return;
        }
        jdbc.sql("""
                insert into customer (id, email) values (:id, :email) as news
                on duplicate key update email = coalesce(news.email, customer.email)
                """).param("id", id.toString()).param("email", email).update();
    }

    boolean knows(UUID id) {
        return jdbc.sql("select count(*) from customer where id = :id")
                        .param("id", id.toString())
                        .query(Integer.class)
                        .single()
                == 1;
    }

    Optional<String> emailOf(UUID id) {
        return jdbc.sql("select email from customer where id = :id and email is not null")
                .param("id", id.toString())
                .query(String.class)
                .optional();
    }

    /** @throws UserRefusal.Forgotten if they were forgotten, and only their token is left */
    Customer get(UUID id) {
        return jdbc.sql("select * from customer where id = :id")
                .param("id", id.toString())
                .query(Customers::read)
                .optional()
                .orElseThrow(UserRefusal.Forgotten::new);
    }

    /** Whoever changes what belongs to a customer does so one after the other. */
    Customer lock(UUID id) {
        return jdbc.sql("select * from customer where id = :id for update")
                .param("id", id.toString())
                .query(Customers::read)
                .optional()
                .orElseThrow(UserRefusal.Forgotten::new);
    }

    void keep(UUID id, Profile it) {
        jdbc.sql("""
                update customer
                set first_name = :firstName, last_name = :lastName, phone_number = :phoneNumber,
                    version = version + 1
                where id = :id
                """)
                .param("firstName", it.firstName())
                .param("lastName", it.lastName())
                .param("phoneNumber", it.phoneNumber())
                .param("id", id.toString())
                .update();
    }

    void keep(UUID id, Preferences it) {
        jdbc.sql("""
                update customer
                set marketing_emails = :marketingEmails, sms_notifications = :smsNotifications,
                    language = :language, currency = :currency, version = version + 1
                where id = :id
                """)
                .param("marketingEmails", it.marketingEmails())
                .param("smsNotifications", it.smsNotifications())
                .param("language", it.language())
                .param("currency", it.currency().getCurrencyCode())
                .param("id", id.toString())
                .update();
    }

    private static Customer read(ResultSet row, int number) throws SQLException {
        return new Customer(
                UUID.fromString(row.getString("id")),
                row.getString("email"),
                new Profile(row.getString("first_name"), row.getString("last_name"), row.getString("phone_number")),
                new Preferences(
                        row.getBoolean("marketing_emails"),
                        row.getBoolean("sms_notifications"),
                        row.getString("language"),
                        Currency.getInstance(row.getString("currency"))),
                row.getLong("version"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant());
    }
}
