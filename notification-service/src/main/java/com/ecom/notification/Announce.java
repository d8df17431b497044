package com.ecom.notification;

import com.ecom.core.envelope.TraceLink;
import com.ecom.core.inbox.News;
import com.ecom.core.privacy.ErasedSubjects;
import com.ecom.notification.Notifications.Noted;
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
 * Notes mails in the transaction that heard the news, and has them sent soon after the commit. Whoever was forgotten is mailed
 * no more, whatever is still heard of them.
 */
@Component
class Announce {

    private final Recipients recipients;
    private final Templates templates;
    private final Notifications notifications;
    private final CapMails capMails;
    private final SendMails sendMails;
    private final ErasedSubjects erased;
    private final TraceLink trace;

    Announce(
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
        note(List.of(mailOf(new Announcement(about, template, user, email, values), recipients.of(Set.of(user)))));
    }

    /** A mail in which a token takes its {@link MailSecrets#PLACE} when it is sent. */
    @Transactional(propagation = Propagation.MANDATORY)
    void secretMail(
            String about, Template template, UUID user, String email, Map<String, ?> values, String sealedToken) {
        var mail = mailOf(new Announcement(about, template, user, email, values), recipients.of(Set.of(user)));
        note(List.of(mail.bringing(sealedToken)));
    }

    /** The same for much news at once, which costs little more than one piece of it. */
    @Transactional(propagation = Propagation.MANDATORY)
    void all(List<News<Announcement>> news) {
        var known = recipients.of(news.stream().map(it -> it.content().user()).collect(Collectors.toSet()));
        var mails = new ArrayList<Noted>();
        news.forEach(it -> it.whileHandled(() -> mails.add(mailOf(it.content(), known))));
        note(mails);
    }

    private Noted mailOf(Announcement it, Map<UUID, Recipient> known) {
        var recipient = known.getOrDefault(it.user(), Recipient.UNKNOWN);
        var all = new HashMap<String, Object>(Map.of("orderId", it.about()));
        all.putAll(it.values());
        all.put("email", it.email());
        all.put("firstName", recipient.firstName());
        return new Noted(
                it.about(),
                it.template(),
                it.user(),
                it.email(),
                templates.fill(recipient.language(), it.template(), all),
                false,
                trace.current());
    }

    private void note(List<Noted> mails) {
        var forgotten = erased.among(mails.stream().map(Noted::user).collect(Collectors.toSet()));
        var wanted = mails.stream().filter(it -> !forgotten.contains(it.user())).toList();
        var fresh = notifications.add(capMails.handle(wanted));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                sendMails.soon(fresh);
            }
        });
    }

    /** What is worth a mail, and to whom. */
    record Announcement(String about, Template template, UUID user, String email, Map<String, ?> values) {}
}
