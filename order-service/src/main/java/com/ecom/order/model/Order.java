package com.ecom.order.model;

import com.ecom.core.money.Money;
import com.ecom.order.model.OrderEvent.OrderCreated;
import com.ecom.order.model.OrderEvent.Wanted;
import com.ecom.order.model.OrderState.PendingStock;
import com.ecom.order.model.OrderState.Sold;
import com.ecom.order.model.shares.Paid;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order, from the customer's commitment to buy until it is delivered or undone. It ends in one of two truths: sold,
 * with its stock committed and its money captured once; or not sold, with its stock back and its money untouched or
 * returned. Stock is committed before money is captured, and an order that gives up waits for both acknowledgements. Once
 * it is sold, money may be given back in parts, and never more of it than was captured.
 *
 * @param paid what it costs, part by part, as that was allocated when it was placed; never allocated again
 * @param reminders how often whoever owes the next answer was asked again
 * @param trace where in its trace the purchase began, as a W3C traceparent, so that all that follows belongs there
 * @param limited whether it uses promotions of which there are only so many
 */
public record Order(
        OrderId id,
        Customer customer,
        List<OrderLine> lines,
        Paid paid,
        String paymentMethod,
        OrderState state,
        int reminders,
        Refunds refunds,
        long version,
        @Nullable String trace,
        boolean limited) {

    public Order {
        lines = List.copyOf(lines);
    }

    /** Without discounts, shipping and tax. */
    public static Order place(OrderId id, Customer customer, List<OrderLine> lines, String paymentMethod) {
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("An order has at least one line");
        }
        return place(id, customer, lines, Paid.inFull(lines), paymentMethod, false);
    }

    /**
     * @param paid for each of the lines, in the same order
     * @param limited whether it uses promotions of which there are only so many
     */
    public static Order place(
            OrderId id, Customer customer, List<OrderLine> lines, Paid paid, String paymentMethod, boolean limited) {
        if (!lines.stream()
                .map(OrderLine::sku)
                .toList()
                .equals(paid.lines().stream().map(Paid.Line::sku).toList())) {
            throw new IllegalArgumentException("Not what these lines cost: " + paid);
        }
        return new Order(
                id, customer, lines, paid, paymentMethod, new PendingStock(), 0, Refunds.NONE, 0, null, limited);
    }

    public OrderCreated created(Instant now) {
        var wanted = lines.stream()
                .map(it -> new Wanted(it.sku(), it.quantity(), it.unitPrice()))
                .toList();
        return new OrderCreated(id.value(), customer.id(), customer.email(), wanted, total(), now);
    }

    /** What a fact makes of the order. */
    public Step on(OrderFact fact, Instant now) {
        return new Transitions(this, now).on(fact);
    }

    public Money total() {
        return new Money(paid.total(), paid.currency());
    }

    /** What was given back after the order was sold. */
    public Money refunded() {
        return new Money(refunds.given(), total().currency());
    }

    /** What may still be given back: not what was, and not what is on its way. Nothing before the order is sold. */
    public Money refundable() {
        return state instanceof Sold
                ? new Money(total().amount() - refunds.promised(), total().currency())
                : total().times(0);
    }

    /** Whether all the money was given back, or is on its way; never of an order that cost nothing. */
    public boolean isAllGivenBack() {
        return refunds.promised() > 0 && refunds.promised() >= total().amount();
    }

    /** Who owes it its next answer; nobody where it waits for none. */
    public List<Participant> owedBy() {
        return state.owedBy(!refunds.underWay().isEmpty());
    }

    /** The same order with these refunds, for which nobody has been reminded yet. */
    public Order with(Refunds known) {
        return new Order(id, customer, lines, paid, paymentMethod, state, 0, known, version, trace, limited);
    }

    Step remind(OrderEvent... again) {
        return new Step.Taken(
                new Order(
                        id,
                        customer,
                        lines,
                        paid,
                        paymentMethod,
                        state,
                        reminders + 1,
                        refunds,
                        version,
                        trace,
                        limited),
                List.of(again));
    }

    Step to(OrderState next, OrderEvent... events) {
        return new Step.Taken(
                new Order(id, customer, lines, paid, paymentMethod, next, 0, refunds, version, trace, limited),
                List.of(events));
    }

    /** What a fact makes of an order. */
    public sealed interface Step {

        /** The order after it, and what has to be published. */
        record Taken(Order order, List<OrderEvent> events) implements Step {}

        /** The fact does not apply here: it is late or repeated, or a request that cannot be granted any more. */
        record Ignored(OrderState state) implements Step {}
    }
}
