package com.ecom.search.suggesting;

import com.ecom.core.text.Characters;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import lombok.RequiredArgsConstructor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequiredArgsConstructor
class SuggestController {

    private final SuggestProducts suggestProducts;

    /** Products, categories, brands and queries that somebody may be about to type. */
    @GetMapping("/api/search/suggestions")
    SuggestProducts.Suggestions suggestions(
            @RequestParam @NotBlank @Characters(max = 100) String q,
            @RequestParam(defaultValue = "5") @Min(1) @Max(10) int size) {
        return suggestProducts.handle(q, size);
    }
}
