package com.ecom.order.uses;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static java.util.stream.Collectors.toMap;

import com.ecom.core.jdbc.BulkSql;
import com.ecom.order.model.OrderId;
import com.ecom.order.model.QuoteRefusal.PromotionUsedUp;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The counters of limited promotions. Whoever changes several does so in the order of their names, so that two who want the
 * same ones never wait for each other.
 */
@Repository
@RequiredArgsConstructor
public class UseCounts {

    private final JdbcClient jdbc;

    /** Those that have reached their limit now, without a lock; somebody may take the last of the others before us. */
    public Set<String> full(Collection<Use> uses) {
        var used = used(uses);
        return uses.stream()
                .filter(it -> used.getOrDefault(it.counter(), 0) >= it.most())
                .map(Use::counter)
                .collect(Collectors.toSet());
    }

    /**
     * Sees to it that there is something to count with; before the transaction, so that no two who want the first use wait for
     * each other.
     *
     * @throws PromotionUsedUp if there is none left
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void open(Collection<Use> uses) {
        var used = used(uses);
        requireNone(uses.stream().filter(it -> used.getOrDefault(it.counter(), 0) >= it.most()));
        var missing = uses.stream()
                .map(Use::counter)
                .filter(it -> !used.containsKey(it))
                .sorted()
                .map(it -> new Object[] {it})
                .toList();
        if (!missing.isEmpty()) {
            BulkSql.in(jdbc, "insert ignore into use_count (counter) values %s", "(?)", missing)
                    .update();
        }
    }

    /**
     * Takes them for these orders, or none of them.
     *
     * @throws PromotionUsedUp if there are not so many left
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void reserve(Map<OrderId, List<Use>> wanted) {
        var rows = wanted.entrySet().stream()
                .flatMap(it -> it.getValue().stream()
                        .map(use -> new Object[] {it.getKey().toString(), use.counter()}))
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        BulkSql.in(jdbc, "insert into promotion_use (order_id, counter, state) values %s", "(?, ?, 'RESERVED')", rows)
                .update();
        var byCounter = wanted.values().stream()
                .flatMap(List::stream)
                .collect(groupingBy(Use::counter, TreeMap::new, Collectors.toList()));
        byCounter.values().forEach(this::take);
    }

    /** What is sold keeps its uses; nobody can take them any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void commit(List<OrderId> sold) {
        settle(sold, "COMMITTED");
    }

    /** What is not sold gives them back, once, however often the fact repeats. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void release(List<OrderId> unsold) {
        if (unsold.isEmpty()) {
            return;
        }
        jdbc
                .sql("select counter from promotion_use where order_id in (:orders) and state = 'RESERVED'")
                .param("orders", ids(unsold))
                .query(String.class)
                .list()
                .stream()
                .collect(groupingBy(it -> it, TreeMap::new, summingInt(_ -> 1)))
                .forEach(
                        (counter, back) -> jdbc.sql("update use_count set used = used - :back where counter = :counter")
                                .param("back", back)
                                .param("counter", counter)
                                .update());
        settle(unsold, "RELEASED");
    }

    private void take(List<Use> uses) {
        var first = uses.getFirst();
        var taken = jdbc.sql("""
                update use_count set used = used + :more where counter = :counter and used + :more <= :most
                """)
                .param("more", uses.size())
                .param("counter", first.counter())
                .param("most", uses.stream().mapToInt(Use::most).min().orElse(0))
                .update();
        requireNone(taken == 1 ? Stream.of() : Stream.of(first));
    }

    private void settle(List<OrderId> orders, String state) {
        if (!orders.isEmpty()) {
            jdbc.sql("update promotion_use set state = :state where order_id in (:orders) and state = 'RESERVED'")
                    .param("state", state)
                    .param("orders", ids(orders))
                    .update();
        }
    }

    private Map<String, Integer> used(Collection<Use> uses) {
        if (uses.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select counter, used from use_count where counter in (:counters)")
                .param("counters", uses.stream().map(Use::counter).distinct().toList())
                .query((row, _) -> Map.entry(row.getString("counter"), row.getInt("used")))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static void requireNone(Stream<Use> full) {
        var promotions = full.map(Use::promotion).distinct().sorted().toList();
        if (!promotions.isEmpty()) {
            throw new PromotionUsedUp(promotions);
        }
    }

    private static List<String> ids(List<OrderId> orders) {
        return orders.stream().map(OrderId::toString).toList();
    }
}
