package com.ecom.search.suggesting;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SuggestController {

    private final SuggestNames suggestNames;

    SuggestController(SuggestNames suggestNames) {
        this.suggestNames = suggestNames;
    }

    @GetMapping("/api/search/suggestions")
    Suggestions suggestions(
            @RequestParam @NotBlank @Size(max = 100) String q,
            @RequestParam(defaultValue = "5") @Min(1) @Max(10) int size) {
        return new Suggestions(suggestNames.handle(q, size));
    }

    record Suggestions(List<String> suggestions) {}
}
