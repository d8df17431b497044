package com.ecom.product.listing;

import com.ecom.core.text.Characters;
import com.ecom.core.web.Page;
import com.ecom.product.model.ProductList;
import com.ecom.product.model.ProductList.Wanted;
import com.ecom.product.model.ProductState;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequiredArgsConstructor
class ProductListController {

    private final ProductList products;
    private final Clock clock;

    /**
     * Products in every state, by state, brand, category, the beginnings of words or SKUs ({@code q}) and the time of their last
     * change; sorted by {@code updatedAt}, {@code createdAt} or {@code name}, with a minus before it the other way round.
     */
    @GetMapping("/api/admin/products")
    Page<ListedProduct> list(
            @RequestParam(required = false) @Nullable ProductState state,
            @RequestParam(required = false) @Nullable @Characters(max = 120) String brand,
            @RequestParam(required = false) @Nullable @Characters(max = 120) String category,
            @RequestParam(required = false) @Nullable @Characters(max = 200) String q,
            @RequestParam(required = false) @Nullable Instant updatedSince,
            @RequestParam(defaultValue = "-updatedAt") @Pattern(regexp = SortedBy.PATTERN) String sort,
            @RequestParam(defaultValue = "20") @Min(1) @Max(Page.MAX_SIZE) int size,
            @RequestParam(required = false) @Nullable String cursor) {
        var now = clock.instant();
        var wanted = Wanted.of(state, brand, category, q, updatedSince, now);
        var order = SortedBy.of(sort);
        var found = products.find(wanted, order.sorting(), order.positionIn(cursor), size + 1);
        var page = Page.of(found, size, order::positionOf);
        return new Page<>(
                page.items().stream().map(it -> ListedProduct.of(it, now)).toList(), page.nextCursor());
    }

    /** How many products there are in each state, among those that the other filters of the list leave. */
    @GetMapping("/api/admin/product-states")
    List<StateCount> states(
            @RequestParam(required = false) @Nullable @Characters(max = 120) String brand,
            @RequestParam(required = false) @Nullable @Characters(max = 120) String category,
            @RequestParam(required = false) @Nullable @Characters(max = 200) String q,
            @RequestParam(required = false) @Nullable Instant updatedSince) {
        var wanted = Wanted.of(null, brand, category, q, updatedSince, clock.instant());
        return products.counts(wanted).entrySet().stream()
                .map(it -> new StateCount(it.getKey(), it.getValue()))
                .toList();
    }

    record StateCount(ProductState state, long count) {}
}
