package com.ecom.search.analytics;

import com.ecom.core.text.Characters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequiredArgsConstructor
class ClickController {

    private final CountQueries counts;

    /** Says that somebody chose a product among what was found. It counts in the analytics of staff and nowhere else. */
    @PostMapping("/api/search/clicks")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void click(HttpServletRequest request, @RequestBody @Valid Click click) {
        counts.clicked(SearchOrigin.of(request), click.query, click.productId, click.position);
    }

    /**
     * @param query as it was typed
     * @param position among what was found; the first is 1
     */
    record Click(
            @NotBlank @Characters(max = 200) String query,
            @NotBlank @Characters(max = 100) String productId,
            @NotNull @Min(1) @Max(1_000) Integer position) {}
}
