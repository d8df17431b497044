package com.ecom.search.finding;


import com.ecom.search.finding.SearchProducts.Results;
import jakarta.validation.Valid;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SearchController {

    private final SearchProducts searchProducts;

    SearchController(SearchProducts searchProducts) {
        this.searchProducts = searchProducts;
    }

    @GetMapping("/api/search/products")
    Results products(@Valid @ParameterObject ProductQuery wanted) {
        return searchProducts.handle(wanted);
    }
}
