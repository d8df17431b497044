package com.ecom.gateway.problems;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ecom.core.problems.Problems;
import com.ecom.core.tracing.CorrelationId;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Writes the gateway's own problem responses, in the same form as those of every service. */
@Component
@RequiredArgsConstructor
public class Refusals {

    private final JsonMapper json;

    public Mono<Void> refuse(ServerWebExchange exchange, Refused refused) {
        if (!exchange.getResponse().isCommitted()) {
            refused.headers().forEach(exchange.getResponse().getHeaders()::set);
        }
        return refuse(exchange, refused.status(), refused.code(), refused.detail());
    }

    public Mono<Void> refuse(ServerWebExchange exchange, HttpStatus status, String code, String detail) {
        var response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.empty();
        }
        var problem = Problems.problem(status, code, detail);
        problem.setProperty("correlationId", response.getHeaders().getFirst(CorrelationId.HEADER));
        response.setStatusCode(status);
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        response.getHeaders().setCacheControl("no-store");
        var body = json.writeValueAsString(problem).getBytes(UTF_8);
        response.getHeaders().setContentLength(body.length);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }
}
