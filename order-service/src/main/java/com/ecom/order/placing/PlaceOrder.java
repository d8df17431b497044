package com.ecom.order.placing;

import static java.util.stream.Collectors.toMap;

import com.ecom.core.batching.Batches;
import com.ecom.core.envelope.TraceLink;
import com.ecom.core.fault.FaultPoint;
import com.ecom.core.idempotency.IdempotencyKey;
import com.ecom.core.outbox.Outbox;
import com.ecom.order.baskets.Pricing;
import com.ecom.order.model.Backlog;
import com.ecom.order.model.FactName;
import com.ecom.order.model.Journal;
import com.ecom.order.model.Order;
import com.ecom.order.model.OrderId;
import com.ecom.order.model.OrderLine;
import com.ecom.order.model.OrderRefusal;
import com.ecom.order.model.Prices.Offer;
import com.ecom.order.model.QuoteRefusal.QuoteUsed;
import com.ecom.order.model.shares.Paid;
import com.ecom.order.placing.NewOrders.Earlier;
import com.ecom.order.placing.NewOrders.NewOrder;
import com.ecom.order.placing.NewOrders.Used;
import com.ecom.order.placing.UnpaidUnits.Buyer;
import com.ecom.order.placing.UnpaidUnits.Room;
import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Places orders; those that are placed at the same time share a transaction. */
@Component
class PlaceOrder {

    private static final int AT_ONCE = 50;

    private final Pricing pricing;
    private final NewOrders orders;
    private final Journal journal;
    private final Outbox outbox;
    private final TraceLink trace;
    private final JsonMapper json;
    private final Clock clock;
    private final Backlog backlog;
    private final Batches<Placement, Outcome> batches;

    PlaceOrder(
            Pricing pricing,
            NewOrders orders,
            Journal journal,
            Outbox outbox,
            TraceLink trace,
            JsonMapper json,
            Clock clock,
            Backlog backlog,
            TransactionTemplate transaction) {
        this.pricing = pricing;
        this.orders = orders;
        this.journal = journal;
        this.outbox = outbox;
        this.trace = trace;
        this.json = json;
        this.clock = clock;
        this.backlog = backlog;
        this.batches = new Batches<>(
                AT_ONCE, placements -> Objects.requireNonNull(transaction.execute(_ -> placeTogether(placements))));
    }

    /** What an earlier request with this key led to, if there was one. */
    Optional<Receipt> earlier(IdempotencyKey key, Checkout checkout) {
        return Optional.ofNullable(orders.find(List.of(key)).get(Used.of(key))).map(it -> replay(it, key, checkout));
    }

    /** Places the order once, however often and however simultaneously the customer repeats the request. */
    Receipt handle(Buyer buyer, IdempotencyKey key, Checkout checkout, Wanted wanted) {
        return switch (batches.join(new Placement(buyer, key, checkout, wanted, trace.here(), trace.current()))) {
            case Outcome.Placed(var order) -> {
                backlog.placed();
                yield Receipt.of(order.id().value(), order.total());
            }
            case Outcome.PlacedBefore(var earlier) -> replay(earlier, key, checkout);
            case Outcome.Refused(var refusal) -> throw refusal;
        };
    }

    private Receipt replay(Earlier earlier, IdempotencyKey key, Checkout checkout) {
        key.replays(earlier.hash(), key.hashOf(checkout, json));
        return earlier.receipt();
    }

    private List<Outcome> placeTogether(List<Placement> placements) {
        var earlier = orders.find(placements.stream().map(Placement::key).toList());
        var offers = pricing.offersFor(placements.stream()
                .filter(it -> !earlier.containsKey(Used.of(it.key())))
                .flatMap(it -> it.wanted().items().stream()));
        var room = orders.roomFor(placements.stream().map(Placement::buyer).toList());
        var outcomes =
                placements.stream().map(it -> decide(it, earlier, offers, room)).toList();
        try {
            keep(placements, outcomes);
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

    private Outcome decide(Placement placement, Map<Used, Earlier> earlier, Map<String, Offer> offers, Room room) {
        var before = earlier.get(Used.of(placement.key()));
        if (before != null) {
            return new Outcome.PlacedBefore(before);
        }
        try {
            room.admit(placement.buyer());
            var checkout = placement.checkout();
            var lines = pricing.price(placement.wanted().items(), offers);
            var quote = placement.wanted().quote();
            if (quote == null) {
                pricing.accept(lines, checkout.expectedTotal(), checkout.paymentMethod() != null);
            } else {
                pricing.accept(quote.total(), checkout.expectedTotal(), checkout.paymentMethod() != null);
            }
            room.take(
                    placement.buyer(),
                    lines.stream().mapToLong(OrderLine::quantity).sum());
            return new Outcome.Placed(order(placement, lines));
        } catch (OrderRefusal e) {
            return new Outcome.Refused(e);
        }
    }

    /** By a quote a unit costs what it did when that was made, and everything what it says. */
    private static Order order(Placement placement, List<OrderLine> lines) {
        var id = new OrderId(UuidCreator.getTimeOrderedEpoch());
        var customer = placement.buyer().customer();
        var howToPay = placement.checkout().howToPay();
        var quote = placement.wanted().quote();
        return quote == null
                ? Order.place(id, customer, lines, howToPay)
                : Order.place(
                        id,
                        customer,
                        quote.priced(lines),
                        Paid.of(quote.bill()),
                        howToPay,
                        !quote.uses().isEmpty());
    }

    /** Nothing is said before it is known that these orders are new. */
    private void keep(List<Placement> placements, List<Outcome> outcomes) {
        var placed = new LinkedHashMap<Placement, Order>();
        for (int i = 0; i < placements.size(); i++) {
            if (outcomes.get(i) instanceof Outcome.Placed(var order)) {
                placed.put(placements.get(i), order);
            }
        }
        if (placed.isEmpty()) {
            return;
        }
        orders.add(placed.entrySet().stream()
                .map(it -> new NewOrder(
                        it.getValue(),
                        it.getKey().key(),
                        it.getKey().checkout(),
                        it.getKey().wanted().quote(),
                        it.getKey().buyer().origin(),
                        it.getKey().trace()))
                .toList());
        FaultPoint.pass("order-added-before-publishing");
        var notes = new ArrayList<Journal.Note>();
        placed.forEach((placement, order) -> placement.place().run(() -> {
            notes.add(
                    journal.note(order, FactName.ORDER_PLACED, placement.buyer().owner()));
            outbox.publish(order.created(clock.instant()));
        }));
        journal.keep(notes);
        FaultPoint.pass("order-added-before-counting");
        // Last, so that who wants the same promotion waits as briefly as can be.
        orders.reserveUses(placed.entrySet().stream()
                .filter(it -> it.getKey().wanted().quote() != null)
                .collect(toMap(
                        it -> it.getValue().id(), it -> it.getKey().wanted().uses())));
    }

    /**
     * @param place where in its trace the request is
     * @param trace the same, to be noted with the order
     */
    private record Placement(
            Buyer buyer,
            IdempotencyKey key,
            Checkout checkout,
            Wanted wanted,
            TraceLink.Place place,
            @Nullable String trace) {}

    private sealed interface Outcome {
        record Placed(Order order) implements Outcome {}

        record PlacedBefore(Earlier earlier) implements Outcome {}

        record Refused(RuntimeException refusal) implements Outcome {}
    }
}
