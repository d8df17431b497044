package com.ecom.product.pricing;

import com.ecom.core.money.Money;
import com.ecom.core.web.Page;
import com.ecom.product.model.PriceHistory;
import com.ecom.product.model.PriceHistory.Period;
import com.ecom.product.model.ProductRefusal.NoSuchProduct;
import com.ecom.product.model.Products;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What products have cost, for those who run the catalogue. */
@RestController
@RequiredArgsConstructor
class PriceHistoryController {

    private final Products products;
    private final Clock clock;

    /** What everybody could buy each SKU of a product at, the newest price first. */
    @GetMapping("/api/admin/products/{productId}/prices")
    Page<PastPrice> prices(
            @PathVariable String productId,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX_SIZE) int size,
            @RequestParam(required = false) @Nullable String cursor) {
        var history = products.find(productId)
                .orElseThrow(() -> new NoSuchProduct(productId))
                .prices();
        var after = Page.positionOf(cursor).orElse("");
        var rows = pricesIn(history)
                .sorted(Comparator.comparing(PastPrice::from).reversed().thenComparing(PastPrice::sku))
                .dropWhile(it -> !after.isEmpty() && !it.position().equals(after))
                .skip(after.isEmpty() ? 0 : 1)
                .limit(size + 1L)
                .toList();
        return Page.of(rows, size, PastPrice::position);
    }

    private Stream<PastPrice> pricesIn(PriceHistory history) {
        var now = clock.instant();
        return history.skus().stream()
                .flatMap(sku -> history.until(now, sku).stream().map(it -> PastPrice.of(sku, it)));
    }

    /**
     * @param reduced whether it was the price of a sale
     * @param until absent while it holds
     */
    record PastPrice(
            String sku,
            Money price,
            boolean reduced,
            Instant from,
            @Nullable Instant until) {

        static PastPrice of(String sku, Period it) {
            return new PastPrice(sku, it.price(), it.reduced(), it.from(), it.until());
        }

        private String position() {
            return "%d:%s".formatted(from.toEpochMilli(), sku);
        }
    }
}
