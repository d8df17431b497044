package com.ecom.search.finding;

import jakarta.validation.Valid;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.beans.propertyeditors.CustomCollectionEditor;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SearchController {

    private final SearchProducts searchProducts;

    SearchController(SearchProducts searchProducts) {
        this.searchProducts = searchProducts;
    }

    /** A comma is a part of a brand's name, and not what is between two of them. */
    @InitBinder
    void takeEachValueWhole(WebDataBinder binder) {
        binder.registerCustomEditor(List.class, new CustomCollectionEditor(List.class));
    }

    /** Products that match, best first or as sorted, with facets. */
    @GetMapping("/api/search/products")
    Results products(@Valid @ParameterObject ProductQuery wanted) {
        return searchProducts.handle(wanted);
    }
}
