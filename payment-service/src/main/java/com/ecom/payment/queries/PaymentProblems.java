package com.ecom.payment.queries;

import com.ecom.core.problems.Problems;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
@Order(0)
class PaymentProblems {

    @ExceptionHandler
    ProblemDetail explain(NoSuchPayment refusal) {
        return Problems.problem(HttpStatus.NOT_FOUND, "NO_SUCH_PAYMENT", String.valueOf(refusal.getMessage()));
    }
}
