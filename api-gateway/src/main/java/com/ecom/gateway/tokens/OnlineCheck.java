package com.ecom.gateway.tokens;

import com.ecom.gateway.problems.Refused;
import com.ecom.gateway.problems.Unavailable;
import com.ecom.gateway.settings.GatewayProperties;
import com.ecom.gateway.observation.Traces;

import com.ecom.core.service.Caller;
import com.ecom.core.service.CorrelationId;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.util.retry.Retry;
import tools.jackson.databind.JsonNode;

/**
 * Asks the issuer whether a session still counts, for what must not happen on a token's word alone. No answer is kept: every
 * request is asked about anew, and only a clear yes lets it pass. Whoever gets none in time is told to come back.
 */
@Component
public class OnlineCheck {

    static final String VALIDATE = "/api/auth/validate";

    private static final Logger log = LoggerFactory.getLogger(OnlineCheck.class);
    private static final String ISSUER = "auth-service";
    private static final String UNAVAILABLE = "AUTH_VALIDATION_UNAVAILABLE";
    private static final int LARGEST_ANSWER_BYTES = 4 * 1024;
    /** An issuer in trouble is not asked for so long, and nobody passes meanwhile. */
    private static final Duration LEFT_ALONE = Duration.ofSeconds(1);

    private final WebClient issuer;
    private final URI question;
    private final Duration patience;
    private final Traces traces;
    private final CircuitBreaker breaker;

    OnlineCheck(HttpClient http, GatewayProperties properties, Traces traces, CircuitBreakerRegistry breakers) {
        this.issuer = WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(http))
                .codecs(it -> it.defaultCodecs().maxInMemorySize(LARGEST_ANSWER_BYTES))
                .build();
        this.question = properties.addressOf(ISSUER).resolve(VALIDATE);
        this.patience = properties.highRisk().patience();
        this.traces = traces;
        this.breaker = breakers.circuitBreaker(
                "online-check",
                CircuitBreakerConfig.custom()
                        .slidingWindow(20, 10, SlidingWindowType.COUNT_BASED)
                        .failureRateThreshold(50)
                        .waitDurationInOpenState(LEFT_ALONE)
                        .permittedNumberOfCallsInHalfOpenState(2)
                        .build());
    }

    /**
     * Ends well only if the issuer says that this caller's token counts; with {@link Refused} if it says that it does not,
     * and with {@link Unavailable} if it says neither within its patience.
     */
    public Mono<Void> check(ServerWebExchange exchange, Caller caller) {
        return Mono.defer(() -> {
            if (!breaker.tryAcquirePermission()) {
                return Mono.error(new Unavailable(UNAVAILABLE, LEFT_ALONE));
            }
            var began = breaker.getCurrentTimestamp();
            return ask(exchange, caller)
                    .timeout(patience)
                    .doOnSuccess(_ -> breaker.onSuccess(since(began), breaker.getTimestampUnit()))
                    .doOnError(failure -> breaker.onError(since(began), breaker.getTimestampUnit(), failure))
                    .doOnCancel(breaker::releasePermission)
                    .onErrorMap(OnlineCheck::unavailable)
                    .flatMap(counts -> counts ? Mono.empty() : Mono.error(Bearer.invalid()));
        });
    }

    /** Once more if the connection broke, as it may while one issuer takes over from another; asking changes nothing. */
    private Mono<Boolean> ask(ServerWebExchange exchange, Caller caller) {
        return issuer.get()
                .uri(question)
                .headers(it -> introduce(exchange, it))
                .exchangeToMono(answer -> read(answer, caller))
                .retryWhen(Retry.max(1).filter(WebClientRequestException.class::isInstance));
    }

    private void introduce(ServerWebExchange exchange, HttpHeaders headers) {
        headers.set(
                HttpHeaders.AUTHORIZATION, exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION));
        headers.set(CorrelationId.HEADER, exchange.getResponse().getHeaders().getFirst(CorrelationId.HEADER));
        traces.inject(exchange, headers::set);
    }

    private static Mono<Boolean> read(ClientResponse answer, Caller caller) {
        if (answer.statusCode().isSameCodeAs(HttpStatus.UNAUTHORIZED)) {
            return answer.releaseBody().thenReturn(false);
        }
        if (!answer.statusCode().isSameCodeAs(HttpStatus.OK)) {
            return answer.releaseBody().then(unclear("answered " + answer.statusCode()));
        }
        return answer.bodyToMono(JsonNode.class)
                .switchIfEmpty(unclear("answered nothing"))
                .flatMap(it -> judge(it, caller));
    }

    /** A yes counts for the caller whom it names and for nobody else. */
    private static Mono<Boolean> judge(JsonNode said, Caller caller) {
        var active = said.path("active");
        if (!active.isBoolean()) {
            return unclear("says neither yes nor no");
        }
        return !active.booleanValue()
                        || caller.id().toString().equals(said.path("subject").asString(""))
                ? Mono.just(active.booleanValue())
                : unclear("speaks of somebody else");
    }

    private static <T> Mono<T> unclear(String what) {
        return Mono.error(() -> new IOException("The issuer " + what));
    }

    private static Unavailable unavailable(Throwable failure) {
        log.warn("Nobody can tell whether a session still counts: {}", failure.toString());
        return new Unavailable(UNAVAILABLE, LEFT_ALONE);
    }

    private long since(long began) {
        return breaker.getCurrentTimestamp() - began;
    }
}
