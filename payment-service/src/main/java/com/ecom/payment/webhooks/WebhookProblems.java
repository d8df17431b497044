package com.ecom.payment.webhooks;

import com.ecom.core.service.Problems;
import com.ecom.payment.webhooks.WebhookRefused.NotGenuine;
import com.ecom.payment.webhooks.WebhookRefused.NotUnderstood;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
@Order(0)
class WebhookProblems {

    @ExceptionHandler
    ProblemDetail explain(WebhookRefused refusal) {
        var code = switch (refusal) {
            case NotGenuine _ -> "WEBHOOK_NOT_GENUINE";
            case NotUnderstood _ -> "WEBHOOK_NOT_UNDERSTOOD";
        };
        return Problems.problem(HttpStatus.BAD_REQUEST, code, String.valueOf(refusal.getMessage()));
    }
}
