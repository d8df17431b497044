package com.ecom.notification;

import static java.util.stream.Collectors.toMap;

import com.ecom.core.address.EmailAddresses;
import com.ecom.core.envelope.TraceLink;
import com.ecom.core.fault.FaultPoint;
import com.ecom.core.lifecycle.IdlePoll;
import com.ecom.notification.Notifications.DueMail;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import lombok.extern.slf4j.Slf4j;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
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
@Slf4j
class SendMails {

    /** Even if each takes as long as the mail server may take, they are done before another may claim them. */
    private static final int BATCH_SIZE = 20;

    private final Notifications notifications;
    private final JavaMailSender server;
    private final MailSecrets secrets;
    private final TraceLink trace;
    private final String sender;
    private final Counter sent;
    private final Counter failed;

    @Qualifier("applicationTaskExecutor")
    private final Executor executor;

    private final Duration maxWait;
    private final Semaphore connections = new Semaphore(2);
    private final IdlePoll poll = new IdlePoll();

    SendMails(
            Notifications notifications,
            JavaMailSender server,
            MailSecrets secrets,
            TraceLink trace,
            MeterRegistry meters,
            @Qualifier("applicationTaskExecutor") Executor executor,
            MailSettings settings) {
        this.notifications = notifications;
        this.server = server;
        this.secrets = secrets;
        this.trace = trace;
        this.executor = executor;
        this.maxWait = settings.claim().dividedBy(5);
        this.sender = settings.sender();
        this.sent = Counter.builder("ecom.notification.sent")
                .description("Mails that the mail server took")
                .register(meters);
        this.failed = Counter.builder("ecom.notification.failed")
                .description("Attempts to send a mail that failed")
                .register(meters);
    }

    /**
     * Sends mails that were just added. If no connection is free within a fifth of the claim's time, they are left to
     * the next claim.
     */
    void submit(List<DueMail> noted) {
        poll.wake();
        for (int from = 0; from < noted.size(); from += BATCH_SIZE) {
            var some = noted.subList(from, Math.min(noted.size(), from + BATCH_SIZE));
            executor.execute(() -> sendInTurn(some));
        }
    }

    private void sendInTurn(List<DueMail> mails) {
        try {
            if (connections.tryAcquire(maxWait.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    send(mails);
                } finally {
                    connections.release();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** New mails are sent right after their commit; this sends those that failed or that a crash left behind. */
    @Scheduled(fixedDelayString = "PT1S")
    void sendDue() {
        poll.tick(this::sendAllDue);
    }

    /** Whether there were any. */
    private boolean sendAllDue() {
        if (!connections.tryAcquire()) {
            return true;
        }
        try {
            var some = false;
            for (var due = notifications.claim(BATCH_SIZE); !due.isEmpty(); due = notifications.claim(BATCH_SIZE)) {
                send(due);
                some = true;
            }
            return some;
        } finally {
            connections.release();
        }
    }

    /** A mail that cannot be written fails alone; the rest goes out over one connection. */
    private void send(List<DueMail> due) {
        var written = new LinkedHashMap<MimeMessage, DueMail>();
        for (var it : due) {
            try {
                written.put(write(it), it);
            } catch (MailException | IllegalStateException e) {
                failed(it, e);
            }
        }
        FaultPoint.pass("mail-claimed-before-sending");
        var spans = new LinkedHashMap<MimeMessage, TraceLink.Stretch>();
        written.forEach((mail, it) -> spans.put(mail, trace.begin(it.trace(), "send mail")));
        var failures = failuresOf(written.keySet());
        spans.forEach((mail, span) -> {
            var failure = failures.get(mail);
            if (failure == null) {
                span.end();
            } else {
                span.fail(failure);
            }
        });
        FaultPoint.pass("mail-sent-before-noted");
        var accepted = new ArrayList<DueMail>();
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

    private MimeMessage write(DueMail it) {
        var mail = new MimeMailMessage(server.createMimeMessage());
        mail.setFrom(sender);
        mail.setTo(addressOf(it));
        mail.setSubject(it.mail().subject());
        mail.setText(secrets.bodyOf(it.mail()));
        return mail.getMimeMessage();
    }

    /** Mail servers replace letters outside ASCII, and would deliver to another mailbox. */
    private static String addressOf(DueMail it) {
        var address = EmailAddresses.reachable(it.email()).orElse(it.email());
        if (!address.matches("[!-~]+")) {
            throw new MailParseException("No mail server carries this address as it is");
        }
        return address;
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

    private void failed(DueMail it, Exception why) {
        log.warn("Notification {} is not sent yet: {}", it.id(), why.getClass().getSimpleName());
        notifications.failed(it, MailFailure.inWords(why, it.email()), MailFailure.isPermanent(why));
        failed.increment();
    }
}
