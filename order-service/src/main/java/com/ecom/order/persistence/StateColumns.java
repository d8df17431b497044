package com.ecom.order.persistence;

import static java.util.Objects.requireNonNull;

import com.ecom.order.model.CancelReason;
import com.ecom.order.model.OrderState;
import com.ecom.order.model.OrderState.AwaitingCustomer;
import com.ecom.order.model.OrderState.Cancelled;
import com.ecom.order.model.OrderState.Cancelling;
import com.ecom.order.model.OrderState.Capturing;
import com.ecom.order.model.OrderState.Confirmed;
import com.ecom.order.model.OrderState.Confirming;
import com.ecom.order.model.OrderState.Delivered;
import com.ecom.order.model.OrderState.Paid;
import com.ecom.order.model.OrderState.PendingPayment;
import com.ecom.order.model.OrderState.PendingStock;
import com.ecom.order.model.OrderState.Shipped;
import com.ecom.order.model.OrderState.Sold;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A state as columns. */
public record StateColumns(
        String state,
        @Nullable String cancelReason,
        boolean stockBack,
        boolean moneyBack,
        @Nullable String actionUrl) {

    static StateColumns of(OrderState it) {
        var name = it.published();
        return switch (it) {
            case AwaitingCustomer(var url) -> new StateColumns(name, null, false, false, url);
            case Cancelling(var reason, var stockBack, var moneyBack) ->
                new StateColumns(name, reason.name(), stockBack, moneyBack, null);
            case Cancelled(var reason) -> new StateColumns(name, reason.name(), true, true, null);
            case PendingStock _, PendingPayment _, Paid _, Sold _ -> new StateColumns(name, null, false, false, null);
        };
    }

    public static StateColumns read(ResultSet row) throws SQLException {
        return new StateColumns(
                row.getString("state"),
                row.getString("cancel_reason"),
                row.getBoolean("stock_back"),
                row.getBoolean("money_back"),
                row.getString("action_url"));
    }

    public OrderState toState() {
        return switch (state) {
            case "PENDING_STOCK" -> new PendingStock();
            case "PENDING_PAYMENT" -> new PendingPayment();
            case "AWAITING_CUSTOMER" -> new AwaitingCustomer(requireNonNull(actionUrl));
            case "CONFIRMING" -> new Confirming();
            case "CAPTURING" -> new Capturing();
            case "CONFIRMED" -> new Confirmed();
            case "SHIPPED" -> new Shipped();
            case "DELIVERED" -> new Delivered();
            case "CANCELLING" -> new Cancelling(reason(), stockBack, moneyBack);
            case "CANCELLED" -> new Cancelled(reason());
            default -> throw new IllegalStateException("An order cannot be " + state);
        };
    }

    private CancelReason reason() {
        return CancelReason.valueOf(requireNonNull(cancelReason));
    }
}
