package com.ecom.payment.model;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All payments, one for each order. */
public interface Intents {

    /** The order's payment, made where there was none, and locked until the end of the transaction. */
    Intent lock(UUID order, @Nullable Charge charge);

    void keep(Intent intent);
}
