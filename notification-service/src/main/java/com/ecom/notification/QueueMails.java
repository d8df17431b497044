package com.ecom.notification;

import com.ecom.core.inbox.Received;
import com.ecom.core.privacy.ErasedSubjects;
import com.ecom.notification.Notifications.NewMail;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Adds mails in the transaction that handles their event, and sends them after the commit. Erased customers receive
 * none, whatever events about them still arrive.
 */
@Component
@RequiredArgsConstructor
class QueueMails {

    private final WriteMails writeMails;
    private final Notifications notifications;
    private final CapMails capMails;
    private final SendMails sendMails;
    private final ErasedSubjects erased;

    @Transactional(propagation = Propagation.MANDATORY)
    void mail(String about, Template template, UUID user, String email, Map<String, ?> values) {
        queue(List.of(writeMails.handle(new MailRequest(about, template, user, email, values))));
    }

    /** A mail in which a token takes its {@link MailSecrets#TOKEN_PLACEHOLDER} when it is sent. */
    @Transactional(propagation = Propagation.MANDATORY)
    void secretMail(
            String about, Template template, UUID user, String email, Map<String, ?> values, String sealedToken) {
        var mail = writeMails.handle(new MailRequest(about, template, user, email, values));
        queue(List.of(mail.withSealedToken(sealedToken)));
    }

    /** The same for a batch of events, at little more than the cost of one. */
    @Transactional(propagation = Propagation.MANDATORY)
    void all(List<Received<MailRequest>> received) {
        queue(writeMails.all(received));
    }

    private void queue(List<NewMail> mails) {
        var forgotten = erased.among(mails.stream().map(NewMail::user).collect(Collectors.toSet()));
        var wanted = mails.stream().filter(it -> !forgotten.contains(it.user())).toList();
        var fresh = notifications.add(capMails.handle(wanted));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                sendMails.submit(fresh);
            }
        });
    }

    /** A mail to be written: template, recipient and values. */
    record MailRequest(String about, Template template, UUID user, String email, Map<String, ?> values) {}
}
