package com.ecom.order.refunding;

import com.ecom.core.idempotency.IdempotencyKey;
import com.ecom.core.money.Money;
import com.ecom.core.text.Characters;
import com.ecom.core.text.Sku;
import com.ecom.order.model.OrderId;
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

    /** Gives some of a sold order's money back: an amount, or what some of its lines cost. */
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

    /**
     * @param amount how much; absent where lines are named
     * @param lines what of the order the money is for, at the price it was sold for
     */
    record RefundRequest(
            @Nullable Money amount,
            @Nullable @Size(min = 1, max = 100) List<@Valid @NotNull RefundLine> lines,
            @NotBlank @Characters(max = 500) String reason) {

        @AssertTrue(message = "either an amount or lines")
        boolean isForOneThing() {
            return amount == null ^ lines == null;
        }
    }

    record RefundLine(
            @NotNull @Pattern(regexp = Sku.PATTERN) String sku,
            @Positive @Max(1_000_000) int quantity) {}

    record Accepted(UUID refundId, UUID orderId, Money amount, String state) {}

    /**
     * @param failure why the money did not go, or came back
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
            Instant createdAt,
            Instant updatedAt) {}
}
