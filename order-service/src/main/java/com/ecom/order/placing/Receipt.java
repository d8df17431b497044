package com.ecom.order.placing;

import com.ecom.core.money.Money;
import com.ecom.core.text.ReadableNumber;
import java.util.UUID;

/** @param orderNumber as people name it */
record Receipt(UUID orderId, String orderNumber, String state, Money total) {

    /** Says how the order began, however often it is asked for. */
    static Receipt of(UUID orderId, Money total) {
        return new Receipt(orderId, ReadableNumber.of(orderId).toString(), "PENDING_STOCK", total);
    }
}
