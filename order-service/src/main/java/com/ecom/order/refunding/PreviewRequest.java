package com.ecom.order.refunding;

import com.ecom.core.money.Money;
import com.ecom.order.model.shares.Share.ShippingBack;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The same without a reason. */
record PreviewRequest(
        @Nullable Money amount,
        @Nullable @Size(min = 1, max = 100) List<@Valid @NotNull RefundLine> lines,
        @Nullable ShippingBack shipping)
        implements Terms {

    @AssertTrue(message = "either an amount or lines")
    boolean isForOneThing() {
        return amount == null ^ lines == null;
    }

    @AssertTrue(message = "shipping goes back with lines; an amount is of everything")
    boolean isShippingWithLines() {
        return shipping == null || lines != null;
    }
}
