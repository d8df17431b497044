package com.ecom.search.finding;

import com.ecom.search.analytics.CountQueries;
import com.ecom.search.analytics.SearchOrigin;
import com.ecom.search.elastic.SearchSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.beans.propertyeditors.CustomCollectionEditor;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SearchController {

    private final Answers answers;
    private final CountQueries counts;

    SearchController(SearchProducts searchProducts, SearchSettings settings, Clock clock, CountQueries counts) {
        this.counts = counts;
        this.answers = new Answers(searchProducts::handle, settings.answersLive(), clock);
    }

    /** A comma is a part of a brand's name, and not what is between two of them. */
    @InitBinder
    void takeEachValueWhole(WebDataBinder binder) {
        binder.registerCustomEditor(List.class, new CustomCollectionEditor(List.class));
    }

    /** Products that match, best first or as sorted, with facets. */
    @GetMapping("/api/search/products")
    Results products(@Valid @ParameterObject ProductQuery wanted, HttpServletRequest request) {
        var results = answers.to(wanted);
        if (wanted.isBegun()) {
            counts.searched(SearchOrigin.of(request), wanted.words(), results.total(), results.isOnlySimilar());
        }
        return results;
    }
}
