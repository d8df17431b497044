package com.ecom.user.customers;

import com.ecom.core.jdbc.Utc;
import com.ecom.core.privacy.ErasedSubjects;
import com.ecom.user.model.UserRefusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** All customers. */
@Repository
@RequiredArgsConstructor
public class Customers {

    private final JdbcClient jdbc;
    private final ErasedSubjects erased;

    /**
     * Registers a customer, whether their registration event or their token arrives first; never one who was erased.
     */
    @Transactional
    public void register(UUID id, @Nullable String email) {
        if (erased.contain(id)) {
            return;
        }
        jdbc.sql("""
                insert into customer (id, email) values (:id, :email) as incoming
                on duplicate key update email = coalesce(incoming.email, customer.email)
                """).param("id", id.toString()).param("email", email).update();
    }

    public boolean exists(UUID id) {
        return jdbc.sql("select count(*) from customer where id = :id")
                        .param("id", id.toString())
                        .query(Integer.class)
                        .single()
                == 1;
    }

    public Optional<String> emailOf(UUID id) {
        return jdbc.sql("select email from customer where id = :id and email is not null")
                .param("id", id.toString())
                .query(String.class)
                .optional();
    }

    /** @throws UserRefusal.AccountErased if they were erased, and only their token is left */
    public Customer get(UUID id) {
        return jdbc.sql("select * from customer where id = :id")
                .param("id", id.toString())
                .query(Customers::read)
                .optional()
                .orElseThrow(UserRefusal.AccountErased::new);
    }

    /** Serializes all changes to what belongs to a customer. */
    public Customer lock(UUID id) {
        return jdbc.sql("select * from customer where id = :id for update")
                .param("id", id.toString())
                .query(Customers::read)
                .optional()
                .orElseThrow(UserRefusal.AccountErased::new);
    }

    void update(UUID id, Profile it) {
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

    void update(UUID id, Preferences it) {
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
                Utc.instant(row, "created_at"),
                Utc.instant(row, "updated_at"));
    }
}
