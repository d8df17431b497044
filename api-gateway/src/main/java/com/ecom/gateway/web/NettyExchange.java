package com.ecom.gateway.web;

import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.server.ServerWebExchange;
import reactor.netty.Connection;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** A request and its answer as the server has them, where going through all headers by other views would cost much. */
public final class NettyExchange {

    private NettyExchange() {}

    public static HttpHeaders requestHeaders(ServerWebExchange exchange) {
        return request(exchange).requestHeaders();
    }

    public static HttpHeaders responseHeaders(ServerWebExchange exchange) {
        HttpServerResponse response = ServerHttpResponseDecorator.getNativeResponse(exchange.getResponse());
        return response.responseHeaders();
    }

    /** The thread to which the caller's connection belongs. */
    public static EventLoop eventLoop(ServerWebExchange exchange) {
        if (request(exchange) instanceof Connection connection) {
            return connection.channel().eventLoop();
        }
        throw new IllegalStateException("Requests come by connections");
    }

    private static HttpServerRequest request(ServerWebExchange exchange) {
        return ServerHttpRequestDecorator.getNativeRequest(exchange.getRequest());
    }
}
