package com.ecom.cart.problems;

import static com.ecom.core.problems.Problems.problem;
import static org.springframework.http.HttpStatus.GONE;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.PRECONDITION_FAILED;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import com.ecom.cart.model.CartRefusal;
import com.ecom.cart.model.CartRefusal.AccountErased;
import com.ecom.cart.model.CartRefusal.ChangedMeanwhile;
import com.ecom.cart.model.CartRefusal.MixedCurrencies;
import com.ecom.cart.model.CartRefusal.NoSuchItem;
import com.ecom.cart.model.CartRefusal.NotAGuestToken;
import com.ecom.cart.model.CartRefusal.NotForSale;
import com.ecom.cart.model.CartRefusal.QuantityOutOfRange;
import com.ecom.cart.model.CartRefusal.TooManyItems;
import com.ecom.cart.model.CartRefusal.TooManyOfOne;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
@Order(0)
class CartProblems {

    @ExceptionHandler
    ProblemDetail explain(CartRefusal refusal) {
        return switch (refusal) {
            case NoSuchItem it -> of(NOT_FOUND, "NO_SUCH_ITEM", it);
            case NotForSale it -> of(UNPROCESSABLE_CONTENT, "NOT_FOR_SALE", it);
            case MixedCurrencies it -> of(UNPROCESSABLE_CONTENT, "MIXED_CURRENCIES", it);
            case QuantityOutOfRange it -> of(UNPROCESSABLE_CONTENT, "QUANTITY_OUT_OF_RANGE", it);
            case TooManyItems it -> of(UNPROCESSABLE_CONTENT, "TOO_MANY_ITEMS", it);
            case TooManyOfOne it -> {
                var problem = of(UNPROCESSABLE_CONTENT, "TOO_MANY_OF_ONE", it);
                problem.setProperty("most", it.most());
                yield problem;
            }
            case NotAGuestToken it -> of(UNPROCESSABLE_CONTENT, "NOT_A_GUEST_TOKEN", it);
            case AccountErased it -> of(GONE, "ACCOUNT_ERASED", it);
            case ChangedMeanwhile it -> of(PRECONDITION_FAILED, "PRECONDITION_FAILED", it);
        };
    }

    private static ProblemDetail of(HttpStatus status, String code, CartRefusal refusal) {
        return problem(status, code, String.valueOf(refusal.getMessage()));
    }
}
