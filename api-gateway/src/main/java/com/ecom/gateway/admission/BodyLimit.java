package com.ecom.gateway.admission;

import com.ecom.gateway.policy.RoutedOperation;
import com.ecom.gateway.problems.Refused;
import com.ecom.gateway.settings.GatewayProperties;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;

/** Refuses bodies that are too large: by Content-Length at once, otherwise while reading. */
@Component
class BodyLimit {

    private final GatewayProperties.Http properties;

    BodyLimit(GatewayProperties properties) {
        this.properties = properties.http();
    }

    /** The same exchange, with a body that fails beyond the limit. */
    ServerWebExchange on(ServerWebExchange exchange, RoutedOperation routed) {
        var limit = properties
                .larger()
                .getOrDefault(routed.name(), properties.maxBody())
                .toBytes();
        var headers = exchange.getRequest().getHeaders();
        var announced = headers.getContentLength();
        if (announced > limit) {
            throw tooLarge(limit);
        }
        return announced >= 0 || !headers.containsHeader(HttpHeaders.TRANSFER_ENCODING)
                ? exchange
                : exchange.mutate()
                        .request(counted(exchange.getRequest(), limit))
                        .build();
    }

    private ServerHttpRequest counted(ServerHttpRequest request, long limit) {
        return new ServerHttpRequestDecorator(request) {
            @Override
            public Flux<DataBuffer> getBody() {
                var left = new AtomicLong(limit);
                return super.getBody().doOnNext(it -> {
                    if (left.addAndGet(-it.readableByteCount()) < 0) {
                        throw tooLarge(limit);
                    }
                });
            }
        };
    }

    private static Refused tooLarge(long limit) {
        return new Refused(
                HttpStatus.CONTENT_TOO_LARGE, "CONTENT_TOO_LARGE", "A body may have up to %d bytes".formatted(limit));
    }
}
