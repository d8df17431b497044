package com.ecom.gateway.forwarding;

import com.ecom.gateway.web.EdgeFilter;
import com.ecom.gateway.web.NettyExchange;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.CLIENT_RESPONSE_ATTR;
import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.CLIENT_RESPONSE_CONN_ATTR;

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
 * Passes on what a service answers. A short answer is sent in one piece once it is there, so that one that breaks off
 * becomes a clear failure; a long one as it comes.
 */
class WriteResponse implements GlobalFilter, Ordered {

    private static final int SHORT_BYTES = 16 * 1024;

    @Override
    public int getOrder() {
        return NettyWriteResponseFilter.WRITE_RESPONSE_FILTER_ORDER;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return chain.filter(exchange).then(Mono.defer(() -> answer(exchange))).doFinally(end -> giveUp(exchange, end));
    }

    private static Mono<Void> answer(ServerWebExchange exchange) {
        Connection connection = exchange.getAttribute(CLIENT_RESPONSE_CONN_ATTR);
        HttpClientResponse said = exchange.getAttribute(CLIENT_RESPONSE_ATTR);
        if (connection == null || said == null) {
            return Mono.empty();
        }
        var response = exchange.getResponse();
        var body = connection.inbound().receive();
        return isShort(said.responseHeaders())
                ? response.writeWith(body.aggregate().retain().map(it -> wrap(it, response)))
                        .doOnError(_ -> takeBack(said, exchange))
                : response.writeWith(body.retain().map(it -> wrap(it, response)));
    }

    private static boolean isShort(HttpHeaders said) {
        var length = said.get(HttpHeaderNames.CONTENT_LENGTH);
        return length != null && length.length() < 8 && Integer.parseInt(length) <= SHORT_BYTES;
    }

    private static DataBuffer wrap(ByteBuf bytes, ServerHttpResponse response) {
        return ((NettyDataBufferFactory) response.bufferFactory()).wrap(bytes);
    }

    /** What the service said of an answer that did not come says nothing of the refusal that comes instead. */
    private static void takeBack(HttpClientResponse said, ServerWebExchange exchange) {
        if (!exchange.getResponse().isCommitted()) {
            var answered = NettyExchange.responseHeaders(exchange);
            said.responseHeaders().names().stream()
                    .filter(it -> !EdgeFilter.isOwnHeader(it))
                    .forEach(answered::remove);
        }
    }

    private static void giveUp(ServerWebExchange exchange, SignalType end) {
        if (end == SignalType.ON_COMPLETE) {
            return;
        }
        Connection connection = exchange.getAttribute(CLIENT_RESPONSE_CONN_ATTR);
        if (connection != null) {
            connection.dispose();
        }
    }
}
