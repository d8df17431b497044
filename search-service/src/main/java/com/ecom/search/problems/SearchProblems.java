package com.ecom.search.problems;

import static com.ecom.core.problems.Problems.problem;

import com.ecom.search.elastic.InvalidSearch;
import com.ecom.search.reindexing.ReindexRefusal;
import com.ecom.search.reindexing.ReindexRefusal.NoEarlierIndex;
import com.ecom.search.reindexing.ReindexRefusal.ReindexUnderWay;
import com.ecom.search.rules.RuleRefusal;
import com.ecom.search.rules.RuleRefusal.NoSuchRule;
import com.ecom.search.rules.RuleRefusal.OutOfDate;
import com.ecom.search.rules.RuleRefusal.RuleIncomplete;
import com.ecom.search.rules.RuleRefusal.TooManyRules;
import com.ecom.search.rules.RuleRefusal.VersionMissing;
import java.util.Objects;
import lombok.extern.slf4j.Slf4j;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
@Order(0)
@Slf4j
class SearchProblems {

    @ExceptionHandler
    ProblemDetail explain(InvalidSearch refusal) {
        log.warn("A question got past our own rules. {}", refusal.getMessage());
        return problem(HttpStatus.BAD_REQUEST, "NOT_SEARCHABLE", "Nothing can be looked for with these values");
    }

    @ExceptionHandler
    ProblemDetail explain(ReindexRefusal refusal) {
        var why = Objects.requireNonNull(refusal.getMessage());
        return switch (refusal) {
            case ReindexUnderWay _ -> problem(HttpStatus.CONFLICT, "REINDEX_UNDER_WAY", why);
            case NoEarlierIndex _ -> problem(HttpStatus.CONFLICT, "NO_EARLIER_INDEX", why);
        };
    }

    @ExceptionHandler
    ProblemDetail explain(RuleRefusal refusal) {
        var why = Objects.requireNonNull(refusal.getMessage());
        return switch (refusal) {
            case NoSuchRule _ -> problem(HttpStatus.NOT_FOUND, "NO_SUCH_RULE", why);
            case RuleIncomplete _ -> problem(HttpStatus.BAD_REQUEST, "RULE_INCOMPLETE", why);
            case TooManyRules _ -> problem(HttpStatus.CONFLICT, "TOO_MANY_RULES", why);
            case VersionMissing _ -> problem(HttpStatus.PRECONDITION_REQUIRED, "VERSION_MISSING", why);
            case OutOfDate _ -> problem(HttpStatus.PRECONDITION_FAILED, "PRECONDITION_FAILED", why);
        };
    }
}
