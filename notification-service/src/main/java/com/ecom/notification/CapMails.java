package com.ecom.notification;

import com.ecom.notification.Notifications.NewMail;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps strangers from flooding a mailbox with orders in its owner's name: an address that no account has verified
 * gets a limited number of mails an hour, over all instances. Mails beyond the cap are held, not sent. Mails about the
 * safety of an account neither count nor wait.
 */
@Component
class CapMails {

    private final JdbcClient jdbc;
    private final int perHour;
    private final Counter held;

    CapMails(JdbcClient jdbc, MailSettings settings, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.perHour = settings.strangerMailsPerHour();
        this.held = Counter.builder("ecom.notification.held")
                .description("Mails held back because an address that is not the buyer's gets too many")
                .register(meters);
    }

    /** The same mails, those held back that are over the cap. */
    List<NewMail> handle(List<NewMail> mails) {
        var unverified = addressesToCap(mails);
        if (unverified.isEmpty()) {
            return mails;
        }
        var sent = sentInLastHour(unverified.stream().map(NormalizedMailbox::of).collect(Collectors.toSet()));
        return mails.stream()
                .map(it -> it.template().isAboutAnAccount() || !unverified.contains(lower(it.email()))
                        ? it
                        : within(it, sent))
                .toList();
    }

    private NewMail within(NewMail mail, Map<String, Integer> sent) {
        if (sent.merge(NormalizedMailbox.of(mail.email()).hash(), 1, Integer::sum) <= perHour) {
            return mail;
        }
        held.increment();
        return mail.heldBack();
    }

    private Set<String> addressesToCap(List<NewMail> mails) {
        var addresses = mails.stream()
                .filter(it -> !it.template().isAboutAnAccount())
                .map(it -> lower(it.email()))
                .collect(Collectors.toSet());
        if (!addresses.isEmpty()) {
            addresses.removeAll(verified(addresses));
        }
        return addresses;
    }

    private Set<String> verified(Collection<String> addresses) {
        return jdbc
                .sql("select email from recipient where email in (:addresses) and verified_at is not null")
                .param("addresses", addresses)
                .query(String.class)
                .list()
                .stream()
                .map(CapMails::lower)
                .collect(Collectors.toSet());
    }

    private Map<String, Integer> sentInLastHour(Set<NormalizedMailbox> mailboxes) {
        var sent = new HashMap<String, Integer>();
        jdbc.sql("""
                select mailbox, count(*) as mails from notification
                where mailbox in (:mailboxes) and created_at > now(3) - interval 1 hour
                  and status <> 'HELD' and template in (:capped)
                group by mailbox
                """)
                .param(
                        "mailboxes",
                        mailboxes.stream().map(NormalizedMailbox::hash).toList())
                .param("capped", Template.capped())
                .query(row -> {
                    sent.put(row.getString("mailbox"), row.getInt("mails"));
                });
        return sent;
    }

    private static String lower(String address) {
        return address.toLowerCase(Locale.ROOT);
    }
}
