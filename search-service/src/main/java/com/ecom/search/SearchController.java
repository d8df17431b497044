package com.ecom.search;

import com.ecom.core.money.Money;
import com.ecom.search.model.ProductEntry;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SearchController {

    private final SearchProducts searchProducts;
    private final SuggestNames suggestNames;

    SearchController(SearchProducts searchProducts, SuggestNames suggestNames) {
        this.searchProducts = searchProducts;
        this.suggestNames = suggestNames;
    }

    @GetMapping("/api/search/products")
    Results products(@Valid @ParameterObject ProductQuery wanted) {
        return searchProducts.handle(wanted);
    }

    @GetMapping("/api/search/suggestions")
    Suggestions suggestions(
            @RequestParam @NotBlank @Size(max = 100) String q,
            @RequestParam(defaultValue = "5") @Min(1) @Max(10) int size) {
        return new Suggestions(suggestNames.handle(q, size));
    }

    record Results(
            List<Found> items,
            long total,
            Facets facets,
            @Nullable String nextCursor) {}

    record Found(
            String productId,
            String slug,
            String name,
            @Nullable String brand,
            @Nullable String category,
            Money price,
            @Nullable String imageUrl,
            boolean inStock,
            @Nullable Stars rating) {

        static Found of(ProductEntry it) {
            return new Found(
                    it.productId(),
                    Objects.requireNonNull(it.slug()),
                    Objects.requireNonNull(it.name()),
                    it.brand(),
                    it.category(),
                    Objects.requireNonNull(it.price()),
                    it.imageUrl(),
                    it.inStock(),
                    it.rating() == null
                            ? null
                            : new Stars(it.rating().average(), it.rating().count()));
        }
    }

    record Stars(double average, long count) {}

    /** @param incomplete which of them have more values than are shown */
    record Facets(List<Facet> brand, List<Facet> category, List<String> incomplete) {}

    record Facet(String value, long count) {}

    record Suggestions(List<String> suggestions) {}
}
