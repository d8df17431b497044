package com.ecom.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.test.PrivacyContract;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class PrivacyIT extends PrivacyContract {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Recipients recipients;

    @Autowired
    Notifications notifications;

    PrivacyIT() {
        super("notification-service");
    }

    @Override
    protected void keepSomethingOf(UUID person) {
        var email = person + "@example.com";
        recipients.registered(person, email);
        notifications.add(List.of(new Notifications.Noted(
                person.toString(),
                Template.WELCOME,
                person,
                email,
                new Templates.Mail("Welcome", "Hello " + email),
                false)));
    }

    @Override
    protected void nothingIsLeftOf(UUID person) {
        for (var table : List.of("notification", "recipient")) {
            assertThat(jdbc.sql("select count(*) from %s where user_id = ?".formatted(table))
                            .param(person.toString())
                            .query(Integer.class)
                            .single())
                    .isZero();
        }
    }
}
