package com.ecom.search.problems;

import static com.ecom.core.problems.Problems.problem;

import com.ecom.search.elastic.InvalidSearch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
@Order(0)
class SearchProblems {

    private static final Logger log = LoggerFactory.getLogger(SearchProblems.class);

    @ExceptionHandler
    ProblemDetail explain(InvalidSearch refusal) {
        log.warn("A question got past our own rules. {}", refusal.getMessage());
        return problem(HttpStatus.BAD_REQUEST, "NOT_SEARCHABLE", "Nothing can be looked for with these values");
    }
}
