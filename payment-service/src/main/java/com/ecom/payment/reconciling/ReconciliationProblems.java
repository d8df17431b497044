package com.ecom.payment.reconciling;

import com.ecom.core.problems.Problems;
import com.ecom.payment.model.ProviderFailure;
import com.ecom.payment.model.ProviderFailure.Misconfigured;
import com.ecom.payment.model.ProviderFailure.Refused;
import com.ecom.payment.model.ProviderFailure.Unavailable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
@Order(0)
class ReconciliationProblems {

    @ExceptionHandler
    ProblemDetail explain(ProviderFailure failure) {
        return switch (failure) {
            case Unavailable _ ->
                Problems.problem(
                        HttpStatus.SERVICE_UNAVAILABLE, "PROVIDER_UNAVAILABLE", "The provider does not answer now");
            case Misconfigured _, Refused _ ->
                Problems.problem(
                        HttpStatus.BAD_GATEWAY, "PROVIDER_REFUSES", "The provider does not accept our question");
        };
    }
}
