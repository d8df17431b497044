package com.ecom.order.refunding;

import com.ecom.core.money.Money;
import com.ecom.core.text.Characters;
import com.ecom.order.model.shares.Share.ShippingBack;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param amount how much; absent where lines are named
 * @param lines what of the order the money is for, at the share that was paid for it
 * @param shipping what of the shipping goes back with the lines; nothing of it if absent
 */
record RefundRequest(
        @Nullable Money amount,
        @Nullable @Size(min = 1, max = 100) List<@Valid @NotNull RefundLine> lines,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ShippingBack shipping,

        @NotBlank @Characters(max = 500) String reason)
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
