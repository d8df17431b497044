package com.ecom.order.problems;

import static com.ecom.core.problems.Problems.problem;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.TOO_MANY_REQUESTS;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import com.ecom.order.model.QuoteRefusal;
import com.ecom.order.model.QuoteRefusal.PromotionUsedUp;
import com.ecom.order.model.QuoteRefusal.QuoteExpired;
import com.ecom.order.model.QuoteRefusal.QuoteInvalid;
import com.ecom.order.model.QuoteRefusal.QuoteOutdated;
import com.ecom.order.model.QuoteRefusal.QuoteRequired;
import com.ecom.order.model.QuoteRefusal.QuoteUsed;
import com.ecom.order.model.QuoteRefusal.TooManyCodes;
import com.ecom.order.quoting.QuoteFigures;
import lombok.RequiredArgsConstructor;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
@Order(0)
@RequiredArgsConstructor
class QuoteProblems {

    private final QuoteFigures figures;

    @ExceptionHandler
    ResponseEntity<ProblemDetail> askToComeBack(TooManyCodes refusal) {
        return ResponseEntity.status(TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, refusal.seconds())))
                .body(explain(refusal));
    }

    @ExceptionHandler
    ProblemDetail explain(QuoteRefusal refusal) {
        return switch (refusal) {
            case QuoteRequired it -> of(UNPROCESSABLE_CONTENT, "QUOTE_REQUIRED", it);
            case QuoteInvalid it -> of(UNPROCESSABLE_CONTENT, "QUOTE_INVALID", it);
            case TooManyCodes it -> of(TOO_MANY_REQUESTS, "TOO_MANY_CODES", it);
            case QuoteExpired it -> of(CONFLICT, "QUOTE_EXPIRED", it);
            case QuoteOutdated it -> {
                var problem = of(CONFLICT, "QUOTE_OUTDATED", it);
                problem.setProperty("changed", it.changed());
                yield problem;
            }
            case PromotionUsedUp it -> {
                var problem = of(CONFLICT, "PROMOTION_USED_UP", it);
                problem.setProperty("promotions", it.promotions());
                yield problem;
            }
            case QuoteUsed it -> {
                var problem = of(CONFLICT, "QUOTE_USED", it);
                problem.setProperty("orderId", it.order());
                yield problem;
            }
        };
    }

    private ProblemDetail of(HttpStatus status, String code, QuoteRefusal refusal) {
        figures.refused(code);
        return problem(status, code, String.valueOf(refusal.getMessage()));
    }
}
