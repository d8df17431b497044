package com.ecom.gateway.forwarding;

import static java.util.Objects.requireNonNull;
import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.CLIENT_RESPONSE_ATTR;
import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.CLIENT_RESPONSE_CONN_ATTR;
import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR;
import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR;

import com.ecom.gateway.web.NettyExchange;
import io.netty.handler.codec.http.HttpMethod;
import java.net.URI;
import java.time.Duration;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.http.client.HttpClientResponse;

/**
 * Sends the request to the service and waits, no longer than the timeout of its route, for the response headers. Copies
 * headers once, from Netty to Netty. Takes the place of Spring Cloud Gateway's {@code NettyRoutingFilter}.
 */
class ForwardRequest implements GlobalFilter, Ordered {

    /** The timeout of a route, in its metadata. */
    static final String TIMEOUT = "timeout";

    private final EventLoopClients clients;
    private final RequestHeaders requestHeaders;

    ForwardRequest(EventLoopClients clients, RequestHeaders requestHeaders) {
        this.clients = clients;
        this.requestHeaders = requestHeaders;
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        var loop = NettyExchange.eventLoop(exchange);
        var timeout = timeoutOf(exchange);
        URI address = requireNonNull(exchange.getAttribute(GATEWAY_REQUEST_URL_ATTR));
        return clients.client(loop, timeout)
                .request(methodOf(exchange))
                .uri(address)
                .send((request, outbound) -> {
                    requestHeaders.write(exchange, request.requestHeaders());
                    return Bodies.hasBody(exchange.getRequest())
                            ? outbound.send(exchange.getRequest().getBody().map(NettyDataBufferFactory::toByteBuf))
                            : outbound;
                })
                .responseConnection((answer, connection) -> {
                    begin(exchange, answer, connection);
                    return Mono.just(answer);
                })
                .next()
                .timeout(timeout, clients.timer(loop))
                .then();
    }

    private static void begin(ServerWebExchange exchange, HttpClientResponse answer, Connection connection) {
        exchange.getAttributes().put(CLIENT_RESPONSE_ATTR, answer);
        exchange.getAttributes().put(CLIENT_RESPONSE_CONN_ATTR, connection);
        exchange.getResponse()
                .setStatusCode(HttpStatusCode.valueOf(answer.status().code()));
        ResponseHeaders.write(answer.responseHeaders(), NettyExchange.responseHeaders(exchange));
    }

    /** Services implement GET, of whose response a HEAD gets the headers. */
    private static HttpMethod methodOf(ServerWebExchange exchange) {
        var method = exchange.getRequest().getMethod().name();
        return method.equals("HEAD") ? HttpMethod.GET : HttpMethod.valueOf(method);
    }

    private static Duration timeoutOf(ServerWebExchange exchange) {
        Route route = requireNonNull(exchange.getAttribute(GATEWAY_ROUTE_ATTR));
        return (Duration) requireNonNull(route.getMetadata().get(TIMEOUT));
    }
}
