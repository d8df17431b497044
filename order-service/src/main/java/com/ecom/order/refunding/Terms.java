package com.ecom.order.refunding;

import com.ecom.core.money.Money;
import com.ecom.order.model.shares.Share.ShippingBack;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a refund is asked to be. */
sealed interface Terms permits RefundRequest, PreviewRequest {

    @Nullable
    Money amount();

    @Nullable
    List<RefundLine> lines();

    @Nullable
    ShippingBack shipping();
}
