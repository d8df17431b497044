package com.ecom.payment.reconciling;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which of our payments are to be compared with the provider's. */
@Repository
@RequiredArgsConstructor
class Books {

    private final JdbcClient jdbc;

    /** The orders whose payments, or refunds, have waited for the provider for two minutes; by their ids, after that one. */
    List<UUID> waitingLong(String after, int limit) {
        return jdbc.sql("""
                select order_id from payment_intent
                where state in ('ACTION_REQUIRED', 'CANCEL_PENDING', 'AUTHORIZING', 'CAPTURING', 'VOIDING')
                  and updated_at < now(3) - interval 2 minute and order_id > :after
                union
                select i.order_id from refund r join payment_intent i on i.id = r.intent_id
                where r.state = 'REQUESTED' and r.updated_at < now(3) - interval 2 minute and i.order_id > :after
                order by order_id limit :limit
                """).param("after", after).param("limit", limit).query(String.class).list().stream()
                .map(UUID::fromString)
                .toList();
    }

    /** Those of them for which the provider is still to be asked something. */
    Set<UUID> stillAsked(Collection<UUID> orders) {
        return among(orders, """
                select i.order_id from payment_intent i join provider_call c on c.intent_id = i.id
                where i.order_id in (:orders) and not c.done
                """);
    }

    /** Those of them that changed within two minutes: their difference may be over in a moment. */
    Set<UUID> inMotion(Collection<UUID> orders) {
        return among(orders, """
                select order_id from payment_intent
                where order_id in (:orders) and updated_at > now(3) - interval 2 minute
                """);
    }

    /** The orders whose payments were made within that time, by the payments' ids, which grow with time. */
    List<Made> made(Instant from, Instant until, String after, int limit) {
        return jdbc.sql("""
                select id, order_id from payment_intent
                where id >= :from and id < :until and id > :after order by id limit :limit
                """)
                .param("from", firstIdAt(from))
                .param("until", firstIdAt(until))
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> new Made(row.getString("id"), UUID.fromString(row.getString("order_id"))))
                .list();
    }

    private Set<UUID> among(Collection<UUID> orders, String sql) {
        if (orders.isEmpty()) {
            return Set.of();
        }
        var found = new HashSet<UUID>();
        jdbc.sql(sql)
                .param("orders", orders.stream().map(UUID::toString).toList())
                .query(String.class)
                .list()
                .forEach(it -> found.add(UUID.fromString(it)));
        return found;
    }

    private static String firstIdAt(Instant time) {
        return new UUID(time.toEpochMilli() << 16, 0).toString();
    }

    record Made(String id, UUID order) {}
}
