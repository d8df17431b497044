package com.ecom.payment.webhooks;

import com.ecom.core.problems.Problems;
import com.ecom.payment.webhooks.WebhookRefused.NotGenuine;
import com.ecom.payment.webhooks.WebhookRefused.NotUnderstood;
import com.ecom.payment.webhooks.WebhookRefused.TooLarge;
import lombok.RequiredArgsConstructor;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
@Order(0)
@RequiredArgsConstructor
class WebhookProblems {

    private final WebhookFigures figures;

    @ExceptionHandler
    ProblemDetail explain(WebhookRefused refusal) {
        figures.refused(refusal);
        return switch (refusal) {
            case NotGenuine it -> of(HttpStatus.BAD_REQUEST, "WEBHOOK_NOT_GENUINE", it);
            case NotUnderstood it -> of(HttpStatus.BAD_REQUEST, "WEBHOOK_NOT_UNDERSTOOD", it);
            case TooLarge it -> of(HttpStatus.CONTENT_TOO_LARGE, "CONTENT_TOO_LARGE", it);
        };
    }

    private static ProblemDetail of(HttpStatus status, String code, WebhookRefused refusal) {
        return Problems.problem(status, code, String.valueOf(refusal.getMessage()));
    }
}
