package com.ecom.notification;

import com.ecom.core.envelope.TraceLink;
import com.ecom.core.inbox.Received;
import com.ecom.notification.Notifications.NewMail;
import com.ecom.notification.QueueMails.MailRequest;
import com.ecom.notification.Recipients.Recipient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Writes mails in the language of whoever gets them. */
@Component
@RequiredArgsConstructor
class WriteMails {

    private final Recipients recipients;
    private final Templates templates;
    private final TraceLink trace;

    NewMail handle(MailRequest request) {
        return mailOf(request, recipients.of(Set.of(request.user())));
    }

    /** All of a batch, each in the trace of its event, at little more than the cost of one. */
    List<NewMail> all(List<Received<MailRequest>> received) {
        var known =
                recipients.of(received.stream().map(it -> it.content().user()).collect(Collectors.toSet()));
        var mails = new ArrayList<NewMail>();
        received.forEach(it -> it.whileHandled(() -> mails.add(mailOf(it.content(), known))));
        return mails;
    }

    private NewMail mailOf(MailRequest it, Map<UUID, Recipient> known) {
        var recipient = known.getOrDefault(it.user(), Recipient.UNKNOWN);
        var all = new HashMap<String, Object>(it.values());
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
}
