package com.ecom.gateway.web;

import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.server.ServerWebExchange;
import reactor.netty.Connection;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** Request and response of an exchange as Netty has them, because Spring's views of headers are slow to iterate. */
public final class NettyExchange {

    private NettyExchange() {}

    public static HttpHeaders requestHeaders(ServerWebExchange exchange) {
        return request(exchange).requestHeaders();
    }

    public static HttpHeaders responseHeaders(ServerWebExchange exchange) {
        HttpServerResponse response = ServerHttpResponseDecorator.getNativeResponse(exchange.getResponse());
        return response.responseHeaders();
    }

    /** The event loop of the client's connection. */
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
