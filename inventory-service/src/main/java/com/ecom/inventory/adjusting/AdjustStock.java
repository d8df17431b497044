package com.ecom.inventory.adjusting;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import com.ecom.core.fault.FaultPoint;
import com.ecom.core.idempotency.Idempotency;
import com.ecom.core.idempotency.IdempotencyKey;
import com.ecom.inventory.adjusting.Adjustments.Adjustment;
import com.ecom.inventory.model.InventoryRefusal.CountedOtherwise;
import com.ecom.inventory.model.InventoryRefusal.InsufficientStock;
import com.ecom.inventory.model.InventoryRefusal.NoSuchSku;
import com.ecom.inventory.model.InventoryRefusal.TooMuchStock;
import com.ecom.inventory.model.Stock;
import com.ecom.inventory.model.Stocks;
import com.github.f4b6a3.uuid.UuidCreator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Carries out all adjustments of a request or none, once per key. */
@Component
@RequiredArgsConstructor
class AdjustStock {

    private static final long MOST = 1_000_000_000;

    private final Stocks stocks;
    private final AdjustmentLog log;
    private final Idempotency idempotency;

    /** What the database undoes because others held its locks is repeated a moment later. */
    @Retryable(includes = PessimisticLockingFailureException.class, maxRetries = 3, delay = 30, jitter = 25)
    @Transactional
    Adjusted handle(IdempotencyKey key, Adjustments request) {
        return idempotency.once(key, request, Adjusted.class, () -> adjust(key.caller(), request.adjustments()));
    }

    private Adjusted adjust(UUID caller, List<Adjustment> adjustments) {
        var id = UuidCreator.getTimeOrderedEpoch();
        log.note(id, caller);
        FaultPoint.pass("adjustment-noted-before-stock");
        var skus = adjustments.stream().map(Adjustment::sku).toList();
        var found = stocks.lock(skus).stream().collect(toMap(Stock::sku, identity()));
        refuseUnknown(skus, found);
        refuseMiscounted(adjustments, found);
        refuseTooMuch(adjustments, found);
        var shortages =
                stocks.change(adjustments.stream().map(it -> it.toChange(id)).toList());
        if (!shortages.isEmpty()) {
            throw new InsufficientStock(shortages);
        }
        return Adjusted.of(id, stocks.of(skus));
    }

    private static void refuseUnknown(List<String> skus, Map<String, Stock> found) {
        var unknown = skus.stream().filter(it -> !found.containsKey(it)).toList();
        if (!unknown.isEmpty()) {
            throw new NoSuchSku(unknown);
        }
    }

    private static void refuseMiscounted(List<Adjustment> adjustments, Map<String, Stock> found) {
        var moved = adjustments.stream()
                .filter(it -> it.compareAvailable() != null && it.compareAvailable() != available(found, it))
                .map(Adjustment::sku)
                .toList();
        if (!moved.isEmpty()) {
            throw new CountedOtherwise(moved);
        }
    }

    private static void refuseTooMuch(List<Adjustment> adjustments, Map<String, Stock> found) {
        for (var it : adjustments) {
            if (available(found, it) + it.delta() > MOST) {
                throw new TooMuchStock(it.sku(), MOST);
            }
        }
    }

    private static long available(Map<String, Stock> found, Adjustment it) {
        return Objects.requireNonNull(found.get(it.sku())).available();
    }
}
