package com.ecom.gateway.tokens;

import com.ecom.core.security.Caller;
import com.ecom.core.tracing.CorrelationId;
import com.ecom.gateway.observation.Traces;
import com.ecom.gateway.problems.Refused;
import com.ecom.gateway.problems.Unavailable;
import com.ecom.gateway.settings.GatewayProperties;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.net.URI;
import java.time.Duration;
import lombok.extern.slf4j.Slf4j;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.util.retry.Retry;

/**
 * Asks auth-service whether a session is still active, for operations of high risk. The gateway caches no answer, and only a
 * clear yes admits the request; without an answer in time the client gets a 503 with {@code Retry-After}.
 */
@Component
@Slf4j
public class OnlineCheck {

    static final String VALIDATE = "/api/auth/validate";

    private static final String ISSUER = "auth-service";
    private static final String UNAVAILABLE = "AUTH_VALIDATION_UNAVAILABLE";
    private static final int LARGEST_ANSWER_BYTES = 4 * 1024;
    /** How long the breaker stays open; until then the gateway refuses every request of high risk. */
    private static final Duration OPEN_FOR = Duration.ofSeconds(1);

    private final WebClient issuer;
    private final URI question;
    private final Duration timeout;
    private final Traces traces;
    private final CircuitBreaker breaker;

    OnlineCheck(HttpClient http, GatewayProperties properties, Traces traces, CircuitBreakerRegistry breakers) {
        this.issuer = WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(http))
                .codecs(it -> it.defaultCodecs().maxInMemorySize(LARGEST_ANSWER_BYTES))
                .build();
        this.question = properties.addressOf(ISSUER).resolve(VALIDATE);
        this.timeout = properties.highRisk().timeout();
        this.traces = traces;
        this.breaker = breakers.circuitBreaker(
                "online-check",
                CircuitBreakerConfig.custom()
                        .slidingWindow(20, 10, SlidingWindowType.COUNT_BASED)
                        .failureRateThreshold(50)
                        .waitDurationInOpenState(OPEN_FOR)
                        .permittedNumberOfCallsInHalfOpenState(2)
                        .build());
    }

    /**
     * Completes only if auth-service accepts this caller's token; fails with {@link Refused} if it does not, and with
     * {@link Unavailable} if it gives no clear answer in time.
     */
    public Mono<Void> check(ServerWebExchange exchange, Caller caller) {
        return Mono.defer(() -> {
            if (!breaker.tryAcquirePermission()) {
                return Mono.error(new Unavailable(UNAVAILABLE, OPEN_FOR));
            }
            var began = breaker.getCurrentTimestamp();
            return ask(exchange, caller)
                    .timeout(timeout)
                    .doOnSuccess(_ -> breaker.onSuccess(since(began), breaker.getTimestampUnit()))
                    .doOnError(failure -> breaker.onError(since(began), breaker.getTimestampUnit(), failure))
                    .doOnCancel(breaker::releasePermission)
                    .onErrorMap(OnlineCheck::unavailable)
                    .flatMap(counts -> counts ? Mono.empty() : Mono.error(Bearer.invalid()));
        });
    }

    /** Retries once if the connection broke, as it may while auth-service restarts; the call is safe to repeat. */
    private Mono<Boolean> ask(ServerWebExchange exchange, Caller caller) {
        return issuer.get()
                .uri(question)
                .headers(it -> addHeaders(exchange, it))
                .exchangeToMono(answer -> SessionAnswer.read(answer, caller))
                .retryWhen(Retry.max(1).filter(WebClientRequestException.class::isInstance));
    }

    private void addHeaders(ServerWebExchange exchange, HttpHeaders headers) {
        headers.set(
                HttpHeaders.AUTHORIZATION, exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION));
        headers.set(CorrelationId.HEADER, exchange.getResponse().getHeaders().getFirst(CorrelationId.HEADER));
        traces.inject(exchange, headers::set);
    }

    private static Unavailable unavailable(Throwable failure) {
        log.warn("The online check of a session failed: {}", failure.toString());
        return new Unavailable(UNAVAILABLE, OPEN_FOR);
    }

    private long since(long began) {
        return breaker.getCurrentTimestamp() - began;
    }
}
