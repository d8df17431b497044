package com.ecom.core.problems;

import com.ecom.core.tracing.CorrelationId;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Adds what every problem carries, whoever raised it: a code, and the id under which the request is logged. */
@ControllerAdvice
class FinishedProblems implements ResponseBodyAdvice<Object> {

    @Override
    public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returned,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (body instanceof ProblemDetail problem) {
            finish(problem);
        }
        return body;
    }

    private static void finish(ProblemDetail problem) {
        var properties = problem.getProperties();
        if (properties == null || !properties.containsKey("code")) {
            var status = HttpStatus.resolve(problem.getStatus());
            var code = status == null ? "ERROR" : status.name();
            problem.setProperty("code", code);
            problem.setType(
                    URI.create("/problems/" + code.toLowerCase(Locale.ROOT).replace('_', '-')));
        }
        problem.setProperty("correlationId", MDC.get(CorrelationId.KEY));
    }
}
