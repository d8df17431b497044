package com.ecom.order.placing;

import com.ecom.core.batching.Batches;
import com.ecom.core.envelope.TraceLink;
import com.ecom.core.idempotency.IdempotencyKey;
import com.ecom.order.model.Backlog;
import com.ecom.order.placing.NewOrders.Earlier;
import com.ecom.order.placing.NewOrders.Used;
import com.ecom.order.placing.UnpaidUnits.Buyer;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Places an order; those that are placed at the same time share a transaction. */
@Component
class PlaceOrder {

    private static final int AT_ONCE = 50;

    private final NewOrders orders;
    private final TraceLink trace;
    private final JsonMapper json;
    private final Backlog backlog;
    private final Batches<Placement, Outcome> batches;

    PlaceOrder(
            PlaceOrders together,
            NewOrders orders,
            TraceLink trace,
            JsonMapper json,
            Backlog backlog,
            TransactionTemplate transaction) {
        this.orders = orders;
        this.trace = trace;
        this.json = json;
        this.backlog = backlog;
        this.batches = new Batches<>(
                AT_ONCE, placements -> Objects.requireNonNull(transaction.execute(_ -> together.handle(placements))));
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
}
