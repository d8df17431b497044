package com.ecom.product.history;

import com.ecom.core.web.Page;
import com.ecom.product.model.HistoryEntry;
import com.ecom.product.model.ProductHistory;
import com.ecom.product.model.ProductRefusal.NoSuchProduct;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequiredArgsConstructor
class HistoryController {

    private final ProductHistory history;

    /** Who changed what of a product and why, the latest change first. */
    @GetMapping("/api/admin/products/{productId}/history")
    Page<HistoryEntry> history(
            @PathVariable String productId,
            @RequestParam(defaultValue = "20") @Min(1) @Max(Page.MAX_SIZE) int size,
            @RequestParam(required = false) @Nullable String cursor) {
        var before = Page.positionOf(cursor)
                .filter(it -> it.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .orElse(Long.MAX_VALUE);
        var older = history.of(productId).orElseThrow(() -> new NoSuchProduct(productId)).stream()
                .filter(it -> it.version() < before)
                .limit(size + 1L)
                .toList();
        return Page.of(older, size, it -> String.valueOf(it.version()));
    }
}
