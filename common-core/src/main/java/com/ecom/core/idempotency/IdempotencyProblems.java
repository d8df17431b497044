package com.ecom.core.idempotency;

import com.ecom.core.idempotency.IdempotencyRefusal.KeyMissing;
import com.ecom.core.idempotency.IdempotencyRefusal.KeyReused;
import com.ecom.core.idempotency.IdempotencyRefusal.StillUnderWay;
import com.ecom.core.problems.Problems;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
@Order(0)
class IdempotencyProblems {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> explain(IdempotencyRefusal refusal) {
        var problem = switch (refusal) {
            case KeyMissing it -> of(HttpStatus.BAD_REQUEST, "IDEMPOTENCY_KEY_MISSING", it);
            case KeyReused it -> of(HttpStatus.UNPROCESSABLE_CONTENT, "IDEMPOTENCY_KEY_REUSED", it);
            case StillUnderWay it -> of(HttpStatus.CONFLICT, "STILL_UNDER_WAY", it);
        };
        var answer = ResponseEntity.status(problem.getStatus());
        if (refusal instanceof StillUnderWay) {
            answer.header(HttpHeaders.RETRY_AFTER, "1");
        }
        return answer.body(problem);
    }

    private static ProblemDetail of(HttpStatus status, String code, IdempotencyRefusal refusal) {
        return Problems.problem(status, code, String.valueOf(refusal.getMessage()));
    }
}
