package com.ecom.order.refunding;

import com.ecom.core.idempotency.IdempotencyKey;
import com.ecom.core.money.Money;
import com.ecom.core.text.Characters;
import com.ecom.core.text.Sku;
import com.ecom.order.model.OrderId;
import com.ecom.order.model.shares.Share.ShippingBack;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Accepted means: the money is on its way back. What came of it is in the list. */
@RestController
class RefundController {

    private final RefundOrder refundOrder;
    private final RefundList list;

    RefundController(RefundOrder refundOrder, RefundList list) {
        this.refundOrder = refundOrder;
        this.list = list;
    }

    /** Gives some of a sold order's money back: an amount, or what was paid for some of its units. */
    @PostMapping("/api/admin/orders/{orderId}/refunds")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Accepted refund(IdempotencyKey key, @PathVariable UUID orderId, @RequestBody @Valid RefundRequest request) {
        return refundOrder.handle(key, new OrderId(orderId), request);
    }

    /** All that was asked for, and what came of it, in the order in which it was. */
    @GetMapping("/api/admin/orders/{orderId}/refunds")
    List<RefundEntry> refunds(@PathVariable UUID orderId) {
        return list.of(new OrderId(orderId));
    }

    /** Says what a refund would be, and gives nothing back. */
    @PostMapping("/api/admin/orders/{orderId}/refund-preview")
    Preview preview(@PathVariable UUID orderId, @RequestBody @Valid PreviewRequest request) {
        return refundOrder.preview(new OrderId(orderId), request);
    }

    /** What a refund is asked to be. */
    sealed interface Terms permits RefundRequest, PreviewRequest {

        @Nullable
        Money amount();

        @Nullable
        List<RefundLine> lines();

        @Nullable
        ShippingBack shipping();
    }

    /**
     * @param amount how much; absent where lines are named
     * @param lines what of the order the money is for, at the share that was paid for it
     * @param shipping what of the shipping goes back with the lines; nothing of it if absent
     */
    record RefundRequest(
            @Nullable Money amount,
            @Nullable @Size(min = 1, max = 100) List<@Valid @NotNull RefundLine> lines,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            ShippingBack shipping,

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

    record RefundLine(
            @NotNull @Pattern(regexp = Sku.PATTERN) String sku,
            @Positive @Max(1_000_000) int quantity) {}

    /**
     * @param left what may be given back of the order, without this
     */
    record Preview(Money amount, Money left, RefundParts parts) {}

    record Accepted(UUID refundId, UUID orderId, Money amount, String state) {}

    /**
     * @param failure why the money did not go, or came back
     * @param parts of which lines, and how much of shipping, the money is
     * @param reason and {@code requestedBy} are absent where it went without being asked for here
     */
    record RefundEntry(
            UUID refundId,
            Money amount,
            String state,
            @Nullable String failure,
            @Nullable String reason,
            @Nullable UUID requestedBy,
            @Nullable List<RefundLine> lines,
            @Nullable RefundParts parts,
            Instant createdAt,
            Instant updatedAt) {}
}
