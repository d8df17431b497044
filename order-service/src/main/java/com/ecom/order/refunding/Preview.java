package com.ecom.order.refunding;

import com.ecom.core.money.Money;

/**
 * @param left what may be given back of the order, without this
 */
record Preview(Money amount, Money left, RefundParts parts) {}
