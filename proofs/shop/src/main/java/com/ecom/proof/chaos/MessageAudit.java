package com.ecom.proof.chaos;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import com.ecom.local.LocalShop;
import com.ecom.local.stack.Names;
import com.ecom.shop.Gateway;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Compares what was said with what was heard, when all is quiet again: events, mails and dead letters. */
final class MessageAudit {

    private static final List<String> MUST_HAVE_HEARD = List.of(
            "order-service.inventory.events",
            "order-service.payment.events",
            "inventory-service.order.events",
            "inventory-service.inventory.commands",
            "payment-service.payment.commands",
            "notification-service.order.events",
            "cart-service.order.events");

    /** Two senders, twenty mails each. */
    private static final long MAILS_AT_ONCE = 40;

    private static final Pattern OF_AN_END = Pattern.compile("Your order \\S+ (is confirmed|was cancelled)");
    private static final Pattern ORDER = Pattern.compile("/orders/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");
    /** RFC 2045 section 6.7. */
    private static final Pattern SOFT_BREAK = Pattern.compile("=\\r?\\n");

    private final LocalShop shop;
    private final Books books;
    private final Log log;
    private final List<String> violations = new ArrayList<>();

    MessageAudit(LocalShop shop, Books books) {
        this.shop = shop;
        this.books = books;
        this.log = Log.read(shop.kafka(), "");
    }

    List<String> violations() {
        return violations;
    }

    void everything(Set<String> poison, int crashesAroundMails) throws Exception {
        theOutboxIsEmptyAndNothingOfItIsMissing();
        everythingWasConsumed();
        mailsWereSentOnce(crashesAroundMails);
        deadLettersAreThePoison(poison);
    }

    /** I8 */
    private void theOutboxIsEmptyAndNothingOfItIsMissing() throws SQLException {
        for (var database : Books.WITH_OUTBOX) {
            for (var row : books.ask(
                    "select event_id, topic, status from %s.outbox_event where status in (0, 2)".formatted(database))) {
                violations.add(
                        "I8 %s: event %s for %s has status %s".formatted(database, row.get(0), row.get(1), row.get(2)));
            }
        }
        for (var database : List.of("ecom_order", "ecom_inventory", "ecom_payment")) {
            var last = new HashMap<String, Integer>();
            for (var row :
                    books.ask("select event_id, topic, aggregate_id from %s.outbox_event where status = 1 order by id"
                            .formatted(database))) {
                var event = String.valueOf(row.get(0));
                var topic = String.valueOf(row.get(1));
                var place = log.firstPlaceOf(Shuffler.RAW + topic, event);
                if (place < 0) {
                    violations.add(
                            "I8 %s: event %s is marked as sent and is not on %s".formatted(database, event, topic));
                } else {
                    var before = last.put(topic + "/" + row.get(2), place);
                    if (before != null && before > place) {
                        violations.add(
                                "I8 %s: events of %s came out of order on %s".formatted(database, row.get(2), topic));
                    }
                }
            }
        }
    }

    /** I9: what a consumer handled once of a type on a topic, it handled all of, whichever service it is. */
    private void everythingWasConsumed() throws SQLException {
        var groups = new TreeSet<String>();
        for (var database : Books.WITH_OUTBOX) {
            for (var row :
                    books.ask("select distinct consumer, event_type from %s.inbox_message".formatted(database))) {
                var group = String.valueOf(row.get(0));
                groups.add(group);
                var claimed = claimedBy(group, String.valueOf(row.get(1)), database);
                log.eventsOf(topicOf(group), String.valueOf(row.get(1))).stream()
                        .filter(event -> !claimed.contains(event))
                        .forEach(event ->
                                violations.add("I9 %s never handled %s %s".formatted(group, row.get(1), event)));
            }
        }
        MUST_HAVE_HEARD.stream()
                .filter(it -> !groups.contains(it))
                .forEach(it -> violations.add("I9 %s never handled anything".formatted(it)));
    }

    private Set<String> claimedBy(String group, String type, String database) throws SQLException {
        return books
                .ask(
                        "select event_id from %s.inbox_message where consumer = ? and event_type = ?"
                                .formatted(database),
                        group,
                        type)
                .stream()
                .map(row -> String.valueOf(row.getFirst()))
                .collect(toSet());
    }

    private static String topicOf(String group) {
        return group.substring(group.indexOf('.') + 1);
    }

    /**
     * I10: everybody is told once how their order ended. Only a crash, or a connection that broke, after the mail server
     * took a mail and before that is noted sends it again.
     *
     * @param crashes of notification-service, its database or the way to the mail server; each may have had as many mails under way as it sends at once
     */
    private void mailsWereSentOnce(int crashes) throws Exception {
        for (var row : books.ask("""
                select o.id, o.state, count(n.id), sum(n.status = 'SENT')
                from ecom_order.orders o
                left join ecom_notification.notification n
                  on n.about = o.id and n.template = concat('ORDER_', o.state)
                group by o.id, o.state having count(n.id) <> 1 or sum(n.status = 'SENT') <> 1
                """)) {
            violations.add("I10 order %s is %s: %s mails, %s of them sent"
                    .formatted(row.get(0), row.get(1), row.get(2), row.get(3)));
        }
        var inMailboxes = endsByOrder();
        for (var row : books.ask("select id from ecom_order.orders")) {
            if (!inMailboxes.containsKey(String.valueOf(row.getFirst()))) {
                violations.add("I10 no mail about order %s is in the mailbox".formatted(row.getFirst()));
            }
        }
        var tooMany = inMailboxes.values().stream().mapToInt(it -> it - 1).sum();
        var triedAgain = books.count(
                "select coalesce(sum(greatest(0, cast(attempts as signed) - 1)), 0) from ecom_notification.notification");
        if (tooMany > triedAgain || tooMany > MAILS_AT_ONCE * crashes) {
            violations.add("I10 %d mails came twice, %d were tried again, after %d crashes"
                    .formatted(tooMany, triedAgain, crashes));
        }
    }

    private Map<String, Integer> endsByOrder() throws Exception {
        var mailbox = Gateway.at(shop.address(Names.MAIL_API).toString());
        var mails = new HashMap<String, Integer>();
        for (var row : books.ask("select distinct email from ecom_notification.notification where about in "
                + "(select id from ecom_order.orders)")) {
            for (var mail : mailbox.get("/api/user/%s/messages/".formatted(row.getFirst()))) {
                if (!OF_AN_END.matcher(mail.path("subject").asString()).matches()) {
                    continue;
                }
                var order = ORDER.matcher(
                        SOFT_BREAK.matcher(mail.path("mimeMessage").asString()).replaceAll(""));
                if (order.find()) {
                    mails.merge(order.group(1), 1, Integer::sum);
                }
            }
        }
        return mails;
    }

    /** I12 */
    private void deadLettersAreThePoison(Set<String> poison) {
        var letters = Log.read(shop.kafka(), "-dlt");
        var found = letters.all().stream()
                .map(it -> new String(it.value(), StandardCharsets.UTF_8))
                .collect(groupingBy(it -> it));
        poison.stream()
                .filter(it -> !found.containsKey(it))
                .forEach(it -> violations.add("I12 the poisonous message %s was not set aside".formatted(it)));
        found.keySet().stream()
                .filter(it -> !poison.contains(it))
                .forEach(it -> violations.add("I12 a good message was set aside: " + it));
    }
}
