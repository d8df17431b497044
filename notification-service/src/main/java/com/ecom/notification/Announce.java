package com.ecom.notification;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Notes a mail in the transaction that heard the news, and has it sent soon after the commit. */
@Component
class Announce {

    private final Recipients recipients;
    private final Templates templates;
    private final Notifications notifications;
    private final SendMails sendMails;
    private final Executor executor;

    Announce(
            Recipients recipients,
            Templates templates,
            Notifications notifications,
            SendMails sendMails,
            @Qualifier("applicationTaskExecutor") Executor executor) {
        this.recipients = recipients;
        this.templates = templates;
        this.notifications = notifications;
        this.sendMails = sendMails;
        this.executor = executor;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void mail(String about, Template template, UUID user, String email, Map<String, ?> values) {
        var all = new HashMap<String, Object>(Map.of("orderId", about));
        all.putAll(values);
        all.put("email", email);
        all.put("firstName", recipients.firstNameOf(user).orElse(""));
        notifications.add(about, template, user, email, templates.fill(template, all));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                executor.execute(sendMails::allThatAreDue);
            }
        });
    }
}
