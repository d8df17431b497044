package com.ecom.order.problems;

import static com.ecom.core.problems.Problems.problem;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.GONE;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;
import static org.springframework.http.HttpStatus.TOO_MANY_REQUESTS;
import static org.springframework.http.HttpStatus.UNAUTHORIZED;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import com.ecom.order.model.OrderRefusal;
import com.ecom.order.model.OrderRefusal.AccountErased;
import com.ecom.order.model.OrderRefusal.AllGivenBack;
import com.ecom.order.model.OrderRefusal.AmountNotChargeable;
import com.ecom.order.model.OrderRefusal.Busy;
import com.ecom.order.model.OrderRefusal.CartRefused;
import com.ecom.order.model.OrderRefusal.CartUnavailable;
import com.ecom.order.model.OrderRefusal.CurrencyNotAccepted;
import com.ecom.order.model.OrderRefusal.EmailMissing;
import com.ecom.order.model.OrderRefusal.MixedCurrencies;
import com.ecom.order.model.OrderRefusal.MoreThanIsLeft;
import com.ecom.order.model.OrderRefusal.NoSuchOrder;
import com.ecom.order.model.OrderRefusal.NotForSale;
import com.ecom.order.model.OrderRefusal.NotPossibleNow;
import com.ecom.order.model.OrderRefusal.NotThatManySold;
import com.ecom.order.model.OrderRefusal.NothingToOrder;
import com.ecom.order.model.OrderRefusal.NothingToRefund;
import com.ecom.order.model.OrderRefusal.NumberMistyped;
import com.ecom.order.model.OrderRefusal.PaymentMethodMissing;
import com.ecom.order.model.OrderRefusal.TooManyOfOne;
import com.ecom.order.model.OrderRefusal.TooMuchUnpaid;
import com.ecom.order.model.OrderRefusal.TotalChanged;
import com.ecom.order.model.OrderRefusal.TotalTooLarge;
import com.ecom.order.model.OrderRefusal.TotalTooSmall;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
@Order(0)
class OrderProblems {

    private static final int SECONDS_BETWEEN = 3;
    private static final String BUSY = "X-Busy";

    /** Not all at the same moment. The header says to the gateway that this is about everybody, and no failure. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> askToComeBack(Busy refusal) {
        var seconds = Math.ceilDiv(refusal.comeBackIn().toMillis(), 1_000L)
                + ThreadLocalRandom.current().nextInt(SECONDS_BETWEEN);
        return ResponseEntity.status(SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds))
                .header(BUSY, "orders")
                .body(explain(refusal));
    }

    @ExceptionHandler
    ProblemDetail explain(OrderRefusal refusal) {
        return switch (refusal) {
            case NoSuchOrder it -> of(NOT_FOUND, "NO_SUCH_ORDER", it);
            case NumberMistyped it -> of(UNPROCESSABLE_CONTENT, "ORDER_NUMBER_MISTYPED", it);
            case NotPossibleNow it -> of(CONFLICT, "NOT_POSSIBLE_NOW", it);
            case NothingToOrder it -> of(UNPROCESSABLE_CONTENT, "CART_EMPTY", it);
            case NotForSale it -> of(UNPROCESSABLE_CONTENT, "NOT_FOR_SALE", it);
            case MixedCurrencies it -> of(UNPROCESSABLE_CONTENT, "MIXED_CURRENCIES", it);
            case AccountErased it -> of(GONE, "ACCOUNT_ERASED", it);
            case EmailMissing it -> of(UNPROCESSABLE_CONTENT, "EMAIL_MISSING", it);
            case CurrencyNotAccepted it -> of(UNPROCESSABLE_CONTENT, "CURRENCY_NOT_ACCEPTED", it);
            case PaymentMethodMissing it -> of(UNPROCESSABLE_CONTENT, "PAYMENT_METHOD_MISSING", it);
            case TotalTooLarge it -> of(UNPROCESSABLE_CONTENT, "TOTAL_TOO_LARGE", it);
            case TooMuchUnpaid it -> of(CONFLICT, "TOO_MUCH_UNPAID", it);
            case AllGivenBack it -> of(CONFLICT, "ALL_GIVEN_BACK", it);
            case TotalTooSmall it -> {
                var problem = of(UNPROCESSABLE_CONTENT, "TOTAL_TOO_SMALL", it);
                problem.setProperty("minimum", it.minimum());
                yield problem;
            }
            case TooManyOfOne it -> {
                var problem = of(UNPROCESSABLE_CONTENT, "TOO_MANY_OF_ONE", it);
                problem.setProperty("most", it.most());
                yield problem;
            }
            case CartRefused it ->
                switch (it.why()) {
                    case NOT_LOGGED_IN -> of(UNAUTHORIZED, "AUTH_TOKEN_INVALID", it);
                    case NOT_ALLOWED -> of(FORBIDDEN, "FORBIDDEN", it);
                    case TOO_OFTEN -> of(TOO_MANY_REQUESTS, "RATE_LIMIT_EXCEEDED", it);
                };
            case Busy it -> of(SERVICE_UNAVAILABLE, "BUSY", it);
            case CartUnavailable it -> of(SERVICE_UNAVAILABLE, "CART_UNAVAILABLE", it);
            case NothingToRefund it -> of(UNPROCESSABLE_CONTENT, "NOTHING_TO_REFUND", it);
            case NotThatManySold it -> of(UNPROCESSABLE_CONTENT, "NOT_THAT_MANY_SOLD", it);
            case MoreThanIsLeft it -> {
                var problem = of(CONFLICT, "MORE_THAN_IS_LEFT", it);
                problem.setProperty("left", it.left());
                yield problem;
            }
            case AmountNotChargeable it -> {
                var problem = of(UNPROCESSABLE_CONTENT, "AMOUNT_NOT_CHARGEABLE", it);
                problem.setProperty("step", it.step());
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
