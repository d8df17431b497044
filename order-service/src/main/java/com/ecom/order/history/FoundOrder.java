package com.ecom.order.history;

import com.ecom.core.money.Money;
import com.ecom.order.history.OrderHistory.Details;
import com.ecom.order.history.OrderHistory.Line;
import com.ecom.order.history.OrderHistory.Milestone;
import com.ecom.order.markets.BillView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order for somebody who knows its number and e-mail address; not for whom it is, nor where it goes. */
record FoundOrder(
        String orderNumber,
        String state,
        @Nullable String cancelReason,
        List<Line> lines,
        Money total,
        Money refunded,
        @Nullable BillView bill,
        Instant createdAt,
        List<Milestone> timeline) {

    static FoundOrder of(Details it, List<Milestone> timeline) {
        return new FoundOrder(
                it.orderNumber(),
                it.state(),
                it.cancelReason(),
                it.lines(),
                it.total(),
                it.refunded(),
                it.bill(),
                it.createdAt(),
                timeline);
    }
}
