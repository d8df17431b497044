package com.ecom.payment.webhooks;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.ecom.core.jdbc.BulkSql;
import com.ecom.payment.webhooks.WebhookMatcher.Match;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Webhooks that the provider has sent: each event once, however often it comes, until it is applied. */
@Repository
@RequiredArgsConstructor
class ReceivedWebhooks {

    private static final int FEW_ATTEMPTS = 3;

    private final JdbcClient jdbc;

    /**
     * Which of them had not come before. Those that had are looked for first: to insert them would wait for whoever is
     * applying them. What is left is usually new, and one statement stores it all; if any is not, it stores none, and one
     * by one it shows which.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    List<Boolean> add(List<ReceivedWebhook> received) {
        var known = known(received);
        var fresh = received.stream().filter(it -> !known.contains(keyOf(it))).toList();
        var added = new HashSet<>(insert(fresh));
        // Of two that come together the first is the one that is new.
        return received.stream().map(it -> added.remove(it)).toList();
    }

    private Set<String> known(List<ReceivedWebhook> received) {
        return BulkSql.in(
                        jdbc,
                        "select concat(provider, ' ', event_id) from webhook_event where (provider, event_id) in (%s)",
                        "(?, ?)",
                        received.stream()
                                .map(it -> new Object[] {it.provider(), it.eventId()})
                                .toList())
                .query(String.class)
                .set();
    }

    private static String keyOf(ReceivedWebhook it) {
        return it.provider() + " " + it.eventId();
    }

    private List<ReceivedWebhook> insert(List<ReceivedWebhook> fresh) {
        if (fresh.size() > 1) {
            try {
                insert("insert", fresh.stream().map(ReceivedWebhooks::columnsOf).toList());
                return fresh;
            } catch (DuplicateKeyException _) {
                // One by one.
            }
        }
        return fresh.stream()
                .filter(it -> insert("insert ignore", List.<Object[]>of(columnsOf(it))) == 1)
                .toList();
    }

    private int insert(String how, List<Object[]> rows) {
        return BulkSql.in(
                        jdbc,
                        how + " into webhook_event (provider, event_id, order_id, type, body, outcome) values %s",
                        "(?, ?, ?, ?, ?, 'RECEIVED')",
                        rows)
                .update();
    }

    private static Object[] columnsOf(ReceivedWebhook it) {
        return new Object[] {it.provider(), it.eventId(), it.orderId(), it.type(), it.body()};
    }

    /**
     * The longest waiting whose time has come, and which nobody else has; they are the caller's until the end of the
     * transaction. What waits behind another about the same payment waits on, unless that one has failed a few times. The
     * index is named because hardly any row is ever RECEIVED, and statistics need not know it.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    List<ReceivedWebhook> claim(int most) {
        return jdbc.sql("""
                select w.provider, w.event_id, w.order_id, w.type, w.body from webhook_event w force index (ix_outcome)
                where w.outcome = 'RECEIVED' and w.next_attempt_at <= now(3)
                  and not exists (select 1 from webhook_event earlier
                                  where earlier.order_id = w.order_id and earlier.outcome = 'RECEIVED'
                                    and earlier.attempts < :few
                                    and earlier.received_at < w.received_at)
                order by w.received_at limit :most
                for update of w skip locked
                """)
                .param("few", FEW_ATTEMPTS)
                .param("most", most)
                .query(ReceivedWebhook.class)
                .list();
    }

    /** Of somebody who was forgotten nothing is kept word for word any longer. */
    @Transactional(propagation = Propagation.MANDATORY)
    void settle(List<ReceivedWebhook> received, List<Match> matches) {
        IntStream.range(0, received.size())
                .boxed()
                .collect(groupingBy(
                        it -> new Change(
                                matches.get(it).outcome(), matches.get(it).aboutForgotten()),
                        mapping(received::get, toList())))
                .forEach(this::settle);
    }

    private void settle(Change change, List<ReceivedWebhook> some) {
        BulkSql.in(
                        jdbc,
                        "update webhook_event set outcome = '%s'%s, last_error = null where (provider, event_id) in (%%s)"
                                .formatted(change.outcome(), change.aboutForgotten() ? ", body = ''" : ""),
                        "(?, ?)",
                        some.stream()
                                .map(it -> new Object[] {it.provider(), it.eventId()})
                                .toList())
                .update();
    }

    /**
     * Waits half a second after the first failure, then twice as long each time, up to a minute. False if it was the last
     * attempt: then it is left to people, and of somebody who was forgotten nothing is kept word for word.
     */
    @Transactional
    boolean again(ReceivedWebhook it, String error, int mostAttempts) {
        // Assignments are made from left to right; each sees those before it.
        jdbc.sql("""
                update webhook_event w
                set attempts = attempts + 1,
                    next_attempt_at = now(3) + interval least(60000, 500 * pow(2, attempts - 1)) * 1000 microsecond,
                    outcome = if(attempts >= :most, 'FAILED', 'RECEIVED'),
                    body = if(outcome = 'FAILED' and exists (
                        select 1 from payment_intent i join erased_subject e on e.subject = i.customer_id
                        where i.order_id = w.order_id), '', body),
                    last_error = if(body = '', null, :error)
                where provider = :provider and event_id = :event and outcome = 'RECEIVED'
                """)
                .param("error", error.substring(0, Math.min(500, error.length())))
                .param("most", mostAttempts)
                .param("provider", it.provider())
                .param("event", it.eventId())
                .update();
        return jdbc.sql("""
                select count(*) from webhook_event
                where provider = :provider and event_id = :event and outcome = 'FAILED'
                """)
                        .param("provider", it.provider())
                        .param("event", it.eventId())
                        .query(Integer.class)
                        .single()
                == 0;
    }

    private record Change(Outcome outcome, boolean aboutForgotten) {}
}
