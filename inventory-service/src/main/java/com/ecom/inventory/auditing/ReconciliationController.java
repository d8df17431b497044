package com.ecom.inventory.auditing;

import com.ecom.core.idempotency.IdempotencyKey;
import com.ecom.core.operating.Interventions;
import com.ecom.core.operating.Interventions.Outcome;
import com.ecom.core.text.Characters;
import com.ecom.core.web.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** For operators: SKUs whose stock, movements and reservations do not agree, and putting them right. */
@RestController
@RequiredArgsConstructor
class ReconciliationController {

    private final StockBooks books;
    private final CompareBooks compare;
    private final Interventions interventions;

    /** SKUs whose stock differs from the sum of their movements; changes nothing. */
    @GetMapping("/ops/stock/reconciliation")
    Page<StockDifference> preview(
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX_SIZE) int size,
            @RequestParam(required = false) @Nullable String cursor) {
        var after = Page.positionOf(cursor).orElse("");
        return Page.of(
                books.differences(after, size + 1).stream()
                        .map(StockDifference::of)
                        .toList(),
                size,
                StockDifference::sku);
    }

    /** Up to a hundred SKUs at a time; asked again under a new key until none is left. */
    @PostMapping("/ops/stock/reconciliation")
    Outcome apply(IdempotencyKey key, @RequestBody @Valid StockReconciliationRequest request) {
        if (Boolean.TRUE.equals(request.dryRun())) {
            return Outcome.wouldAffect(Math.min(books.count(), Page.MAX_SIZE));
        }
        return interventions.carryOut(
                key, request, "stock.reconcile", "whatever does not agree", request.reason(), compare::putRight);
    }

    /** @param dryRun only count them */
    record StockReconciliationRequest(
            @NotBlank @Characters(max = 500) String reason,
            @Nullable Boolean dryRun) {}

    /** @param right what there will be when it is put right */
    record StockDifference(String sku, long available, long explained, long promised, long taken, long right) {

        static StockDifference of(Difference it) {
            return new StockDifference(it.sku(), it.available(), it.explained(), it.promised(), it.taken(), it.right());
        }
    }
}
