package com.ecom.inventory.problems;

import static com.ecom.core.problems.Problems.problem;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import com.ecom.inventory.model.InventoryRefusal;
import com.ecom.inventory.model.InventoryRefusal.CountedOtherwise;
import com.ecom.inventory.model.InventoryRefusal.InsufficientStock;
import com.ecom.inventory.model.InventoryRefusal.NoSuchSku;
import com.ecom.inventory.model.InventoryRefusal.TooMuchStock;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
class InventoryProblems {

    @ExceptionHandler
    ProblemDetail explain(InventoryRefusal refusal) {
        return switch (refusal) {
            case NoSuchSku it -> explain(NOT_FOUND, "NO_SUCH_SKU", it);
            case InsufficientStock it -> explain(CONFLICT, "INSUFFICIENT_STOCK", it);
            case CountedOtherwise it -> explain(CONFLICT, "STOCK_MOVED", it);
            case TooMuchStock it -> explain(CONFLICT, "TOO_MUCH_STOCK", it);
        };
    }

    private static ProblemDetail explain(HttpStatus status, String code, InventoryRefusal refusal) {
        return problem(status, code, Objects.requireNonNull(refusal.getMessage()));
    }
}
