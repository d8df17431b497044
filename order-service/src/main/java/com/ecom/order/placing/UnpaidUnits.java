package com.ecom.order.placing;

import com.ecom.core.jdbc.BulkSql;
import com.ecom.core.privacy.ErasedSubjects;
import com.ecom.order.baskets.OrderLimits;
import com.ecom.order.baskets.Origin;
import com.ecom.order.model.Customer;
import com.ecom.order.model.OrderRefusal;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who may order, and how much guests and networks have held without having paid, over all instances: nobody empties the shelf for nothing. */
@Repository
@RequiredArgsConstructor
class UnpaidUnits {

    private static final String UNPAID = "state in ('PENDING_STOCK', 'PENDING_PAYMENT', 'AWAITING_CUSTOMER')";

    private final JdbcClient jdbc;
    private final OrderLimits limits;
    private final ErasedSubjects erased;

    /** What is left for these buyers; until the end of the transaction nobody else orders for the same guest or network. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Room roomFor(Collection<Buyer> buyers) {
        var holders = buyers.stream()
                .flatMap(Buyer::holders)
                .distinct()
                .sorted()
                .map(it -> new Object[] {it})
                .toList();
        if (!holders.isEmpty()) {
            BulkSql.in(jdbc, """
                            insert into unpaid_holder (holder) values %s on duplicate key update used_at = now(3)
                            """, "(?)", holders).update();
        }
        var held = new HashMap<String, Long>();
        add(held, "owner", buyers.stream().filter(it -> it.customer().guest()).map(Buyer::owner));
        add(held, "network", buyers.stream().flatMap(Buyer::network));
        var forgotten =
                erased.among(buyers.stream().map(it -> it.customer().id()).collect(Collectors.toSet()));
        return new Room(held, forgotten);
    }

    @Scheduled(fixedDelayString = "${ecom.upkeep.every:PT1H}")
    void forgetWhoHasNotOrderedForADay() {
        jdbc.sql("delete from unpaid_holder where used_at < now(3) - interval 1 day limit 10000")
                .update();
    }

    private void add(Map<String, Long> held, String column, Stream<String> wanted) {
        var values = wanted.distinct().toList();
        if (values.isEmpty()) {
            return;
        }
        jdbc.sql("select %1$s as holder, sum(units) as units from orders where %1$s in (:values) and %2$s group by %1$s"
                        .formatted(column, UNPAID))
                .param("values", values)
                .query(row -> {
                    held.put(row.getString("holder"), row.getLong("units"));
                });
    }

    /** Whoever orders, and from where. */
    record Buyer(Customer customer, Origin origin) {

        String owner() {
            return customer.id().toString();
        }

        Stream<String> network() {
            return Stream.ofNullable(origin.network());
        }

        Stream<String> holders() {
            return Stream.concat(customer.guest() ? Stream.of(owner()) : Stream.of(), network());
        }
    }

    /** Whatever one of a batch takes is gone for those after it. */
    final class Room {

        private final Map<String, Long> held;
        private final Set<UUID> forgotten;

        private Room(Map<String, Long> held, Set<UUID> forgotten) {
            this.held = held;
            this.forgotten = forgotten;
        }

        /** @throws OrderRefusal.AccountErased if they were forgotten, and only their token is left */
        void admit(Buyer buyer) {
            if (forgotten.contains(buyer.customer().id())) {
                throw new OrderRefusal.AccountErased();
            }
        }

        /** @throws OrderRefusal.TooMuchUnpaid if that is more than is left */
        void take(Buyer buyer, long units) {
            var byGuest = buyer.customer().guest() && heldBy(buyer.owner()) + units > limits.unpaidByGuest();
            var byNetwork = buyer.network().anyMatch(it -> heldBy(it) + units > limits.unpaidByNetwork());
            if (byGuest || byNetwork) {
                throw new OrderRefusal.TooMuchUnpaid();
            }
            buyer.holders().forEach(it -> held.merge(it, units, Long::sum));
        }

        private long heldBy(String holder) {
            return held.getOrDefault(holder, 0L);
        }
    }
}
