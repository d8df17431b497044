package com.ecom.order.placing;

import com.ecom.core.money.Money;
import java.util.UUID;

record Receipt(UUID orderId, String state, Money total) {

    /** Says how the order began, however often it is asked for. */
    static Receipt of(UUID orderId, Money total) {
        return new Receipt(orderId, "PENDING_STOCK", total);
    }
}
