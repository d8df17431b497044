package com.ecom.order.placing;

import com.ecom.order.baskets.Pricing;
import com.ecom.order.model.Order;
import com.ecom.order.model.OrderId;
import com.ecom.order.model.OrderLine;
import com.ecom.order.model.OrderRefusal;
import com.ecom.order.model.Prices.Offer;
import com.ecom.order.model.shares.Paid;
import com.ecom.order.placing.NewOrders.Earlier;
import com.ecom.order.placing.NewOrders.Used;
import com.ecom.order.placing.UnpaidUnits.Room;
import com.github.f4b6a3.uuid.UuidCreator;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Prices what buyers want and decides who may order; writes nothing. */
@Component
@RequiredArgsConstructor
class DecidePlacements {

    private final Pricing pricing;
    private final NewOrders orders;

    /** One outcome for each placement, in their order; who comes first takes what a buyer may still order. */
    List<Outcome> decide(List<Placement> placements) {
        var earlier = orders.find(placements.stream().map(Placement::key).toList());
        var offers = pricing.offersFor(placements.stream()
                .filter(it -> !earlier.containsKey(Used.of(it.key())))
                .flatMap(it -> it.wanted().items().stream()));
        var room = orders.roomFor(placements.stream().map(Placement::buyer).toList());
        return placements.stream().map(it -> decide(it, earlier, offers, room)).toList();
    }

    private Outcome decide(Placement placement, Map<Used, Earlier> earlier, Map<String, Offer> offers, Room room) {
        var before = earlier.get(Used.of(placement.key()));
        if (before != null) {
            return new Outcome.PlacedBefore(before);
        }
        try {
            room.admit(placement.buyer());
            var lines = pricing.price(placement.wanted().items(), offers);
            acceptTotal(placement, lines);
            room.take(
                    placement.buyer(),
                    lines.stream().mapToLong(OrderLine::quantity).sum());
            return new Outcome.Placed(order(placement, lines));
        } catch (OrderRefusal e) {
            return new Outcome.Refused(e);
        }
    }

    private void acceptTotal(Placement placement, List<OrderLine> lines) {
        var checkout = placement.checkout();
        var quote = placement.wanted().quote();
        if (quote == null) {
            pricing.accept(lines, checkout.expectedTotal(), checkout.paymentMethod() != null);
        } else {
            pricing.accept(quote.total(), checkout.expectedTotal(), checkout.paymentMethod() != null);
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
}
