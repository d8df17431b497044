package com.ecom.order.sagas;

import com.ecom.core.idempotency.IdempotencyKey;
import com.ecom.core.operating.Interventions;
import com.ecom.core.operating.Interventions.Outcome;
import com.ecom.core.text.Characters;
import com.ecom.core.web.Page;
import com.ecom.order.history.Timeline;
import com.ecom.order.history.Timeline.SagaStep;
import com.ecom.order.model.OrderId;
import com.ecom.order.model.OrderRefusal.NoSuchOrder;
import com.ecom.order.sagas.Sagas.Saga;
import com.ecom.order.sagas.Sagas.Standing;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
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

/** For operators: purchases that are under way, and hurrying them. */
@RestController
@RequiredArgsConstructor
class SagaController {

    private final Sagas sagas;
    private final Timeline timeline;
    private final WatchOverdueOrders watch;
    private final NudgeSaga nudgeSaga;
    private final Interventions interventions;

    /** The oldest first. */
    @GetMapping("/ops/sagas")
    Page<Saga> list(
            @RequestParam(defaultValue = "UNDER_WAY") Standing standing,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX_SIZE) int size,
            @RequestParam(required = false) @Nullable String cursor) {
        var after = Page.positionOf(cursor).orElse("");
        return Page.of(
                sagas.list(standing, state, after, size + 1),
                size,
                it -> it.orderId().toString());
    }

    /** How far the purchase of one order has come, who owes the next answer, and each step so far. */
    @GetMapping("/ops/sagas/{orderId}")
    SagaDetails inspect(@PathVariable UUID orderId) {
        var saga = sagas.find(orderId).orElseThrow(() -> new NoSuchOrder(new OrderId(orderId)));
        return new SagaDetails(saga, timeline.of(orderId));
    }

    /** Does now what the clock does every few seconds while our messages get out: at most a hundred overdue orders. */
    @PostMapping("/ops/sagas/sweep")
    Outcome sweep(IdempotencyKey key, @RequestBody @Valid SagaRequest request) {
        return interventions.carryOut(key, request, "sagas.sweep", "what is overdue", request.reason(), watch::run);
    }

    /** Asks whoever owes this order an answer once more. Never gives an order up: that is what cancelling is for. */
    @PostMapping("/ops/sagas/{orderId}/nudge")
    Outcome nudge(IdempotencyKey key, @PathVariable UUID orderId, @RequestBody @Valid SagaRequest request) {
        return interventions.carryOut(key, request, "sagas.nudge", orderId.toString(), request.reason(), () -> {
            nudgeSaga.handle(new OrderId(orderId), key.caller());
            return 1;
        });
    }

    record SagaRequest(@NotBlank @Characters(max = 500) String reason) {}

    record SagaDetails(Saga saga, List<SagaStep> steps) {}
}
