package com.ecom.notification;

import com.ecom.core.fault.FaultPoint;
import com.ecom.notification.Notifications.Notification;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends what is due, outside any transaction. Only a crash between the mail server's acceptance and our note of it
 * sends a mail twice.
 */
@Component
class SendMails {

    private static final Logger log = LoggerFactory.getLogger(SendMails.class);

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
            for (var due = notifications.claim(); due.isPresent(); due = notifications.claim()) {
                send(due.get());
            }
        } finally {
            free.release();
        }
    }

    private void send(Notification it) {
        FaultPoint.pass("mail-claimed-before-sending");
        var mail = new SimpleMailMessage();
        mail.setFrom(sender);
        mail.setTo(it.email());
        mail.setSubject(it.subject());
        mail.setText(it.body());
        try {
            server.send(mail);
            FaultPoint.pass("mail-sent-before-noted");
            notifications.sent(it);
            sent.increment();
        } catch (MailException e) {
            log.warn(
                    "Notification {} is not sent yet: {}", it.id(), e.getClass().getSimpleName());
            notifications.failed(it, e.toString(), maxAttempts);
            failed.increment();
        }
    }
}
