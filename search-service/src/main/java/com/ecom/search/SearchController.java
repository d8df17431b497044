package com.ecom.search;

import com.ecom.search.SearchProducts.Results;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
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

    record Suggestions(List<String> suggestions) {}
}
