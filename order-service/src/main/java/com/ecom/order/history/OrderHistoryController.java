package com.ecom.order.history;

import com.ecom.core.address.EmailAddress;
import com.ecom.core.security.Caller;
import com.ecom.core.text.Characters;
import com.ecom.core.text.ReadableNumber;
import com.ecom.core.web.Page;
import com.ecom.order.history.OrderHistory.Details;
import com.ecom.order.history.OrderHistory.Milestone;
import com.ecom.order.history.OrderHistory.Summary;
import com.ecom.order.history.Timeline.SagaStep;
import com.ecom.order.model.OrderId;
import com.ecom.order.model.OrderRefusal;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequiredArgsConstructor
class OrderHistoryController {

    private final OrderHistory history;
    private final Timeline timeline;

    /** The caller's orders, newest first. */
    @GetMapping("/api/orders")
    Page<Summary> mine(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(Page.MAX_SIZE) int size) {
        return history.page(caller.id(), null, cursor, size);
    }

    /** One of the caller's orders. */
    @GetMapping("/api/orders/{orderId}")
    Details mine(Caller caller, @PathVariable UUID orderId) {
        return history.find(orderId, caller.id()).orElseThrow(() -> missing(orderId));
    }

    /** What happened to one of the caller's orders, as they may see it. */
    @GetMapping("/api/orders/{orderId}/timeline")
    List<Milestone> myTimeline(Caller caller, @PathVariable UUID orderId) {
        mine(caller, orderId);
        return history.milestones(orderId);
    }

    /**
     * The order of that number, for whoever knows the e-mail address that it was placed with. A wrong address is answered like a
     * number that nobody has.
     */
    @PostMapping("/api/orders/lookup")
    FoundOrder lookUp(@RequestBody @Valid Lookup asked) {
        var number = ReadableNumber.read(asked.orderNumber()).orElseThrow(OrderRefusal.NumberMistyped::new);
        var order = history.find(number, asked.email()).orElseThrow(OrderRefusal.NoSuchOrder::new);
        return FoundOrder.of(order, history.milestones(order.orderId()));
    }

    record Lookup(
            @NotBlank @Characters(max = 40) String orderNumber,
            @NotNull @EmailAddress String email) {}

    /** All orders, newest first, by state. */
    @GetMapping("/api/admin/orders")
    Page<Summary> all(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(Page.MAX_SIZE) int size) {
        return history.page(null, state, cursor, size);
    }

    /** Any order, as staff see it. */
    @GetMapping("/api/admin/orders/{orderId}")
    Details any(@PathVariable UUID orderId) {
        return history.find(orderId, null).orElseThrow(() -> missing(orderId));
    }

    /** Each step of an order, with cause and trace. */
    @GetMapping("/api/admin/orders/{orderId}/timeline")
    List<SagaStep> anyTimeline(@PathVariable UUID orderId) {
        any(orderId);
        return timeline.of(orderId);
    }

    private static OrderRefusal missing(UUID orderId) {
        return new OrderRefusal.NoSuchOrder(new OrderId(orderId));
    }
}
