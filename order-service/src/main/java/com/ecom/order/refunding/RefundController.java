package com.ecom.order.refunding;

import com.ecom.core.idempotency.IdempotencyKey;
import com.ecom.order.model.OrderId;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Accepted means: the money is on its way back. What came of it is in the list. */
@RestController
@RequiredArgsConstructor
class RefundController {

    private final RefundOrder refundOrder;
    private final RefundList list;

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
}
