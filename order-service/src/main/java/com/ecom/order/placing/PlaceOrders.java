package com.ecom.order.placing;

import static java.util.stream.Collectors.toMap;

import com.ecom.core.fault.FaultPoint;
import com.ecom.core.outbox.Outbox;
import com.ecom.order.model.FactName;
import com.ecom.order.model.Journal;
import com.ecom.order.model.Order;
import com.ecom.order.model.QuoteRefusal.QuoteUsed;
import com.ecom.order.placing.NewOrders.NewOrder;
import com.ecom.order.placing.NewOrders.Used;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Places orders together, in the transaction of the caller: all that are accepted, or none. */
@Component
@RequiredArgsConstructor
class PlaceOrders {

    private final DecidePlacements decisions;
    private final NewOrders orders;
    private final Journal journal;
    private final Outbox outbox;
    private final Clock clock;

    /** @throws DuplicateKeyException if one of several used a key or a quote at the same moment: each is placed alone then */
    List<Outcome> handle(List<Placement> placements) {
        var outcomes = decisions.decide(placements);
        try {
            keep(placed(placements, outcomes));
            return outcomes;
        } catch (DuplicateKeyException e) {
            if (placements.size() > 1) {
                throw e;
            }
            return List.of(before(placements.getFirst(), e));
        }
    }

    /** Its key was used before, or else its quote was. */
    private Outcome before(Placement placement, DuplicateKeyException duplicate) {
        var earlier = orders.find(List.of(placement.key())).get(Used.of(placement.key()));
        if (earlier != null) {
            return new Outcome.PlacedBefore(earlier);
        }
        var quote = placement.wanted().quote();
        if (quote == null) {
            throw duplicate;
        }
        return new Outcome.Refused(new QuoteUsed(orders.placedBy(quote).orElse(null)));
    }

    private static Map<Placement, Order> placed(List<Placement> placements, List<Outcome> outcomes) {
        var placed = new LinkedHashMap<Placement, Order>();
        for (int i = 0; i < placements.size(); i++) {
            if (outcomes.get(i) instanceof Outcome.Placed(var order)) {
                placed.put(placements.get(i), order);
            }
        }
        return placed;
    }

    /** Nothing is published before it is known that these orders are new. */
    private void keep(Map<Placement, Order> placed) {
        if (placed.isEmpty()) {
            return;
        }
        orders.add(placed.entrySet().stream()
                .map(it -> newOrder(it.getKey(), it.getValue()))
                .toList());
        FaultPoint.pass("order-added-before-publishing");
        publish(placed);
        FaultPoint.pass("order-added-before-counting");
        // Last, so that who wants the same promotion waits as briefly as can be.
        orders.reserveUses(placed.entrySet().stream()
                .filter(it -> it.getKey().wanted().quote() != null)
                .collect(toMap(
                        it -> it.getValue().id(), it -> it.getKey().wanted().uses())));
    }

    private void publish(Map<Placement, Order> placed) {
        var notes = new ArrayList<Journal.Note>();
        placed.forEach((placement, order) -> placement.place().run(() -> {
            notes.add(
                    journal.note(order, FactName.ORDER_PLACED, placement.buyer().owner()));
            outbox.publish(order.created(clock.instant()));
        }));
        journal.keep(notes);
    }

    private static NewOrder newOrder(Placement placement, Order order) {
        return new NewOrder(
                order,
                placement.key(),
                placement.checkout(),
                placement.wanted().quote(),
                placement.buyer().origin(),
                placement.trace());
    }
}
