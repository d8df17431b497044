package com.ecom.notification;

import static java.util.stream.Collectors.toMap;

import com.ecom.core.fault.FaultPoint;
import com.ecom.notification.Notifications.Notification;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMailMessage;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends what is due, outside any transaction and many over one connection. Only a crash between the mail server's
 * acceptance and our note of it sends mails twice, those of one connection at most.
 */
@Component
class SendMails {

    private static final Logger log = LoggerFactory.getLogger(SendMails.class);

    /** Even if each takes as long as the mail server may take, they are done before another may claim them. */
    private static final int AT_ONCE = 20;

    private final Notifications notifications;
    private final JavaMailSender server;
    private final String sender;
    private final int maxAttempts;
    private final Counter sent;
    private final Counter failed;
    private final Semaphore free = new Semaphore(2);

    SendMails(
            Notifications notifications,
            JavaMailSender server,
            MeterRegistry meters,
            @Value("${ecom.notifications.sender}") String sender,
            @Value("${ecom.notifications.max-attempts}") int maxAttempts) {
        this.notifications = notifications;
        this.server = server;
        this.sender = sender;
        this.maxAttempts = maxAttempts;
        this.sent = meters.counter("ecom.notification.sent");
        this.failed = meters.counter("ecom.notification.failed");
    }

    @Scheduled(fixedDelayString = "PT1S")
    void allThatAreDue() {
        if (!free.tryAcquire()) {
            return;
        }
        try {
            for (var due = notifications.claim(AT_ONCE); !due.isEmpty(); due = notifications.claim(AT_ONCE)) {
                send(due);
            }
        } finally {
            free.release();
        }
    }

    /** What cannot even be written fails alone; the rest goes out over one connection. */
    private void send(List<Notification> due) {
        var written = new LinkedHashMap<MimeMessage, Notification>();
        for (var it : due) {
            try {
                written.put(write(it), it);
            } catch (MailException e) {
                failed(it, e);
            }
        }
        FaultPoint.pass("mail-claimed-before-sending");
        var failures = failuresOf(written.keySet());
        FaultPoint.pass("mail-sent-before-noted");
        var accepted = new ArrayList<Notification>();
        written.forEach((mail, it) -> {
            var failure = failures.get(mail);
            if (failure == null) {
                accepted.add(it);
            } else {
                failed(it, failure);
            }
        });
        notifications.sent(accepted);
        sent.increment(accepted.size());
    }

    private MimeMessage write(Notification it) {
        var mail = new MimeMailMessage(server.createMimeMessage());
        mail.setFrom(sender);
        mail.setTo(it.email());
        mail.setSubject(it.subject());
        mail.setText(it.body());
        return mail.getMimeMessage();
    }

    /** By mail; those that the server has accepted are not among them, even if it did not say goodbye. */
    private Map<?, ? extends Exception> failuresOf(Collection<MimeMessage> mails) {
        try {
            server.send(mails.toArray(MimeMessage[]::new));
            return Map.of();
        } catch (MailSendException e) {
            return e.getFailedMessages();
        } catch (MailException e) {
            return mails.stream().collect(toMap(it -> it, _ -> e));
        }
    }

    private void failed(Notification it, Exception why) {
        log.warn("Notification {} is not sent yet: {}", it.id(), why.getClass().getSimpleName());
        notifications.failed(it, why.toString(), maxAttempts);
        failed.increment();
    }
}
