package com.ecom.core.problems;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lombok.extern.slf4j.Slf4j;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** The errors that every service has in common. What went wrong inside is logged under an id; only the id gets out. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
@Slf4j
class ProblemBasics extends ResponseEntityExceptionHandler {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> somethingBroke(Exception failure) {
        if (Outage.isBehind(failure)) {
            log.warn("Not available: {}", failure.toString());
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                    .header(HttpHeaders.RETRY_AFTER, "5")
                    .body(Problems.problem(
                            HttpStatus.SERVICE_UNAVAILABLE, "UNAVAILABLE", "This is not possible now; try again soon"));
        }
        var id = UUID.randomUUID();
        log.error("Error {}", id, failure);
        var problem = Problems.problem(
                HttpStatus.INTERNAL_SERVER_ERROR, "INTERNAL_ERROR", "Something went wrong on our side: " + id);
        return ResponseEntity.internalServerError().body(problem);
    }

    /** Such as a query with bytes that are no text. Nothing of it is logged: it says what the caller wrote. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> malformed(InvalidParameterException failure) {
        return ResponseEntity.badRequest()
                .body(Problems.problem(
                        HttpStatus.BAD_REQUEST, "MALFORMED_REQUEST", "The parameters of the request cannot be read"));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return invalid(failure.getBindingResult().getAllErrors().stream()
                .map(ProblemBasics::errorOf)
                .toList());
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return invalid(failure.getParameterValidationResults().stream()
                .flatMap(result -> result instanceof ParameterErrors fields
                        ? fields.getAllErrors().stream().map(ProblemBasics::errorOf)
                        : result.getResolvableErrors().stream()
                                .map(it -> new Invalid(
                                        Objects.requireNonNullElse(
                                                result.getMethodParameter().getParameterName(), "request"),
                                        messageOf(it))))
                .toList());
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        for (Throwable it = failure; it != null; it = it.getCause()) {
            if (it instanceof ResponseStatusException tooLarge) {
                return handleExceptionInternal(
                        tooLarge, tooLarge.getBody(), headers, tooLarge.getStatusCode(), request);
            }
        }
        var problem = Problems.problem(
                HttpStatus.BAD_REQUEST, "MALFORMED_BODY", "The body is not the JSON that is expected here");
        return ResponseEntity.badRequest().body(problem);
    }

    private static ResponseEntity<Object> invalid(List<Invalid> errors) {
        var problem = Problems.problem(HttpStatus.BAD_REQUEST, "INVALID_REQUEST", "The request is not valid");
        problem.setProperty("errors", errors);
        return ResponseEntity.badRequest().body(problem);
    }

    private static Invalid errorOf(MessageSourceResolvable error) {
        return new Invalid(error instanceof FieldError field ? field.getField() : "request", messageOf(error));
    }

    /** What Spring says of a value that it could not convert names our classes. */
    private static String messageOf(MessageSourceResolvable error) {
        if (error instanceof FieldError field && field.isBindingFailure()) {
            return "is not valid";
        }
        return Objects.requireNonNullElse(error.getDefaultMessage(), "is not valid");
    }

    record Invalid(String field, String message) {}
}
