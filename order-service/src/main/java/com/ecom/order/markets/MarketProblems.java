package com.ecom.order.markets;

import static com.ecom.core.problems.Problems.problem;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.PRECONDITION_FAILED;
import static org.springframework.http.HttpStatus.PRECONDITION_REQUIRED;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import com.ecom.order.markets.MarketRefusal.CodeNotUsable;
import com.ecom.order.markets.MarketRefusal.NoSuchMarket;
import com.ecom.order.markets.MarketRefusal.NotShippedThere;
import com.ecom.order.markets.MarketRefusal.OutOfDate;
import com.ecom.order.markets.MarketRefusal.RulesContradict;
import com.ecom.order.markets.MarketRefusal.ShippingNotPossible;
import com.ecom.order.markets.MarketRefusal.TaxUnknown;
import com.ecom.order.markets.MarketRefusal.VersionMissing;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
@Order(0)
class MarketProblems {

    @ExceptionHandler
    ProblemDetail explain(MarketRefusal refusal) {
        return switch (refusal) {
            case NoSuchMarket it -> of(NOT_FOUND, "NO_SUCH_MARKET", it);
            case VersionMissing it -> of(PRECONDITION_REQUIRED, "VERSION_MISSING", it);
            case OutOfDate it -> of(PRECONDITION_FAILED, "PRECONDITION_FAILED", it);
            case RulesContradict it -> of(UNPROCESSABLE_CONTENT, "RULES_CONTRADICT", it);
            case CodeNotUsable it -> {
                var problem = of(UNPROCESSABLE_CONTENT, "CODE_NOT_USABLE", it);
                problem.setProperty("codes", it.codes());
                yield problem;
            }
            case NotShippedThere it -> of(UNPROCESSABLE_CONTENT, "NOT_SHIPPED_THERE", it);
            case ShippingNotPossible it -> of(UNPROCESSABLE_CONTENT, "SHIPPING_NOT_POSSIBLE", it);
            case TaxUnknown it -> of(SERVICE_UNAVAILABLE, "TAX_UNKNOWN", it);
        };
    }

    private static ProblemDetail of(HttpStatus status, String code, MarketRefusal refusal) {
        return problem(status, code, String.valueOf(refusal.getMessage()));
    }
}
