package com.ecom.order.problems;

import static com.ecom.core.service.Problems.problem;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import com.ecom.order.model.OrderRefusal;
import com.ecom.order.model.OrderRefusal.CartUnavailable;
import com.ecom.order.model.OrderRefusal.EmailMissing;
import com.ecom.order.model.OrderRefusal.MixedCurrencies;
import com.ecom.order.model.OrderRefusal.MoreThanIsLeft;
import com.ecom.order.model.OrderRefusal.NoSuchOrder;
import com.ecom.order.model.OrderRefusal.NotForSale;
import com.ecom.order.model.OrderRefusal.NotPossibleNow;
import com.ecom.order.model.OrderRefusal.NotThatManySold;
import com.ecom.order.model.OrderRefusal.NothingToOrder;
import com.ecom.order.model.OrderRefusal.NothingToRefund;
import com.ecom.order.model.OrderRefusal.TotalChanged;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
@Order(0)
class OrderProblems {

    @ExceptionHandler
    ProblemDetail explain(OrderRefusal refusal) {
        return switch (refusal) {
            case NoSuchOrder it -> of(NOT_FOUND, "NO_SUCH_ORDER", it);
            case NotPossibleNow it -> of(CONFLICT, "NOT_POSSIBLE_NOW", it);
            case NothingToOrder it -> of(UNPROCESSABLE_CONTENT, "CART_EMPTY", it);
            case NotForSale it -> of(UNPROCESSABLE_CONTENT, "NOT_FOR_SALE", it);
            case MixedCurrencies it -> of(UNPROCESSABLE_CONTENT, "MIXED_CURRENCIES", it);
            case EmailMissing it -> of(UNPROCESSABLE_CONTENT, "EMAIL_MISSING", it);
            case CartUnavailable it -> of(SERVICE_UNAVAILABLE, "CART_UNAVAILABLE", it);
            case NothingToRefund it -> of(UNPROCESSABLE_CONTENT, "NOTHING_TO_REFUND", it);
            case NotThatManySold it -> of(UNPROCESSABLE_CONTENT, "NOT_THAT_MANY_SOLD", it);
            case MoreThanIsLeft it -> {
                var problem = of(CONFLICT, "MORE_THAN_IS_LEFT", it);
                problem.setProperty("left", it.left());
                yield problem;
            }
            case TotalChanged it -> {
                var problem = of(CONFLICT, "TOTAL_CHANGED", it);
                problem.setProperty("total", it.total());
                yield problem;
            }
        };
    }

    private static ProblemDetail of(HttpStatus status, String code, OrderRefusal refusal) {
        return problem(status, code, String.valueOf(refusal.getMessage()));
    }
}
