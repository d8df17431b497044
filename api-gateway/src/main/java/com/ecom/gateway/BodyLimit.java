package com.ecom.gateway;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Refuses bodies that are too large: by their announced length at once, otherwise when they get there. */
class BodyLimit implements WebFilter {

    private final long limit;

    BodyLimit(long limit) {
        this.limit = limit;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var announced = exchange.getRequest().getHeaders().getContentLength();
        if (announced > limit) {
            return Mono.error(new BodyTooLarge(limit));
        }
        return announced >= 0 || !exchange.getRequest().getHeaders().containsHeader("Transfer-Encoding")
                ? chain.filter(exchange)
                : chain.filter(exchange.mutate()
                        .request(counted(exchange.getRequest()))
                        .build());
    }

    private ServerHttpRequest counted(ServerHttpRequest request) {
        return new ServerHttpRequestDecorator(request) {
            @Override
            public Flux<DataBuffer> getBody() {
                var left = new AtomicLong(limit);
                return super.getBody().doOnNext(it -> {
                    if (left.addAndGet(-it.readableByteCount()) < 0) {
                        throw new BodyTooLarge(limit);
                    }
                });
            }
        };
    }
}
