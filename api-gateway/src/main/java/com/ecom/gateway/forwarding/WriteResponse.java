package com.ecom.gateway.forwarding;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.CLIENT_RESPONSE_ATTR;
import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.CLIENT_RESPONSE_CONN_ATTR;

import com.ecom.gateway.web.EdgeFilter;
import com.ecom.gateway.web.NettyExchange;
import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.NettyWriteResponseFilter;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;
import reactor.netty.Connection;
import reactor.netty.http.client.HttpClientResponse;

/**
 * Writes the response of the service to the client. It buffers a short body, so that a broken connection becomes a 502, and
 * streams a long one. Takes the place of Spring Cloud Gateway's {@code NettyWriteResponseFilter}.
 */
class WriteResponse implements GlobalFilter, Ordered {

    private static final int SHORT_BYTES = 16 * 1024;

    @Override
    public int getOrder() {
        return NettyWriteResponseFilter.WRITE_RESPONSE_FILTER_ORDER;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return chain.filter(exchange).then(Mono.defer(() -> answer(exchange))).doFinally(end -> abort(exchange, end));
    }

    private static Mono<Void> answer(ServerWebExchange exchange) {
        Connection connection = exchange.getAttribute(CLIENT_RESPONSE_CONN_ATTR);
        HttpClientResponse received = exchange.getAttribute(CLIENT_RESPONSE_ATTR);
        if (connection == null || received == null) {
            return Mono.empty();
        }
        var response = exchange.getResponse();
        var body = connection.inbound().receive();
        return isShort(received.responseHeaders())
                ? response.writeWith(body.aggregate().retain().map(it -> wrap(it, response)))
                        .doOnError(_ -> removeServiceHeaders(received, exchange))
                : response.writeWith(body.retain().map(it -> wrap(it, response)));
    }

    private static boolean isShort(HttpHeaders headers) {
        var length = headers.get(HttpHeaderNames.CONTENT_LENGTH);
        return length != null && length.length() < 8 && Integer.parseInt(length) <= SHORT_BYTES;
    }

    private static DataBuffer wrap(ByteBuf bytes, ServerHttpResponse response) {
        return ((NettyDataBufferFactory) response.bufferFactory()).wrap(bytes);
    }

    /** Headers of a response that broke off must not describe the problem response that replaces it. */
    private static void removeServiceHeaders(HttpClientResponse received, ServerWebExchange exchange) {
        if (!exchange.getResponse().isCommitted()) {
            var responseHeaders = NettyExchange.responseHeaders(exchange);
            received.responseHeaders().names().stream()
                    .filter(it -> !EdgeFilter.isOwnHeader(it))
                    .forEach(responseHeaders::remove);
        }
    }

    private static void abort(ServerWebExchange exchange, SignalType end) {
        if (end == SignalType.ON_COMPLETE) {
            return;
        }
        Connection connection = exchange.getAttribute(CLIENT_RESPONSE_CONN_ATTR);
        if (connection != null) {
            connection.dispose();
        }
    }
}
