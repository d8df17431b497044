package com.ecom.order.cancelling;

import com.ecom.core.security.Caller;
import com.ecom.order.model.CancelReason;
import com.ecom.order.model.Lifecycle;
import com.ecom.order.model.OrderFact.CancelRequested;
import com.ecom.order.model.OrderId;
import com.ecom.order.model.OrderRefusal;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Accepted means: stock and money are on their way back. The order is cancelled once both have said so. */
@RestController
@RequiredArgsConstructor
class CancelOrderController {

    private final JdbcClient jdbc;
    private final Lifecycle orders;

    /** Asks to cancel one of the caller's orders, as long as it is not paid for; a hold on the money is let go. */
    @PostMapping("/api/orders/{orderId}/cancel")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void cancelMine(Caller caller, @PathVariable UUID orderId) {
        var id = new OrderId(orderId);
        if (!belongsTo(caller, id)) {
            throw new OrderRefusal.NoSuchOrder(id);
        }
        cancel(id, CancelReason.BY_CUSTOMER, caller);
    }

    /** Asks to cancel any order, as staff. */
    @PostMapping("/api/admin/orders/{orderId}/cancel")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void cancelAny(Caller caller, @PathVariable UUID orderId) {
        cancel(new OrderId(orderId), CancelReason.BY_STAFF, caller);
    }

    private void cancel(OrderId id, CancelReason reason, Caller caller) {
        orders.insist(id, new CancelRequested(reason), caller.id().toString());
    }

    private boolean belongsTo(Caller caller, OrderId id) {
        return jdbc.sql("select exists(select 1 from orders where id = :id and owner = :owner)")
                .param("id", id.toString())
                .param("owner", caller.id().toString())
                .query(Boolean.class)
                .single();
    }
}
