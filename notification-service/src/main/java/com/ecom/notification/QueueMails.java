package com.ecom.notification;

import com.ecom.core.envelope.TraceLink;
import com.ecom.core.inbox.Received;
import com.ecom.core.privacy.ErasedSubjects;
import com.ecom.notification.Notifications.NewMail;
import com.ecom.notification.Recipients.Recipient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
class QueueMails {

    private final Recipients recipients;
    private final Templates templates;
    private final Notifications notifications;
    private final CapMails capMails;
    private final SendMails sendMails;
    private final ErasedSubjects erased;
    private final TraceLink trace;

    QueueMails(
            Recipients recipients,
            Templates templates,
            Notifications notifications,
            CapMails capMails,
            SendMails sendMails,
            ErasedSubjects erased,
            TraceLink trace) {
        this.trace = trace;
        this.erased = erased;
        this.capMails = capMails;
        this.recipients = recipients;
        this.templates = templates;
        this.notifications = notifications;
        this.sendMails = sendMails;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void mail(String about, Template template, UUID user, String email, Map<String, ?> values) {
        queue(List.of(mailOf(new MailRequest(about, template, user, email, values), recipients.of(Set.of(user)))));
    }

    /** A mail in which a token takes its {@link MailSecrets#TOKEN_PLACEHOLDER} when it is sent. */
    @Transactional(propagation = Propagation.MANDATORY)
    void secretMail(
            String about, Template template, UUID user, String email, Map<String, ?> values, String sealedToken) {
        var mail = mailOf(new MailRequest(about, template, user, email, values), recipients.of(Set.of(user)));
        queue(List.of(mail.withSealedToken(sealedToken)));
    }

    /** The same for a batch of events, at little more than the cost of one. */
    @Transactional(propagation = Propagation.MANDATORY)
    void all(List<Received<MailRequest>> received) {
        var known =
                recipients.of(received.stream().map(it -> it.content().user()).collect(Collectors.toSet()));
        var mails = new ArrayList<NewMail>();
        received.forEach(it -> it.whileHandled(() -> mails.add(mailOf(it.content(), known))));
        queue(mails);
    }

    private NewMail mailOf(MailRequest it, Map<UUID, Recipient> known) {
        var recipient = known.getOrDefault(it.user(), Recipient.UNKNOWN);
        var all = new HashMap<String, Object>(Map.of("orderId", it.about()));
        all.putAll(it.values());
        all.put("email", it.email());
        all.put("firstName", recipient.firstName());
        return new NewMail(
                it.about(),
                it.template(),
                it.user(),
                it.email(),
                templates.fill(recipient.language(), it.template(), all),
                false,
                trace.current());
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
