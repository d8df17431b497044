package com.ecom.gateway.forwarding;

import com.ecom.core.tracing.CorrelationId;
import com.ecom.gateway.caller.CallerAddress;
import com.ecom.gateway.observation.Traces;
import com.ecom.gateway.web.NettyExchange;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.AsciiString;
import java.util.List;
import org.springframework.web.server.ServerWebExchange;

/**
 * Writes the headers of the request to a service. It drops those by which a caller could forge an address or an identity,
 * and sets client address, correlation id and trace context itself.
 */
class RequestHeaders {

    /** {@code Host} is the service's, and services use no cookies. */
    private static final List<AsciiString> NOT_FORWARDED = List.of(
            HttpHeaderNames.HOST,
            HttpHeaderNames.COOKIE,
            AsciiString.cached("forwarded"),
            AsciiString.cached("x-real-ip"));

    private static final List<AsciiString> NOT_FORWARDED_PREFIXES = List.of(
            AsciiString.cached("x-forwarded-"), AsciiString.cached("x-user-"), AsciiString.cached("x-internal-"));

    private final CallerAddress addresses;
    private final Traces traces;

    RequestHeaders(CallerAddress addresses, Traces traces) {
        this.addresses = addresses;
        this.traces = traces;
    }

    /** @param to headers with the HTTP client's defaults, which those of the caller replace */
    void write(ServerWebExchange exchange, HttpHeaders to) {
        var from = NettyExchange.requestHeaders(exchange);
        to.remove(HttpHeaderNames.ACCEPT).remove(HttpHeaderNames.USER_AGENT);
        var hopByHop = HopByHopHeaders.in(from);
        for (var all = from.iteratorCharSequence(); all.hasNext(); ) {
            var header = all.next();
            if (!hopByHop.test(header.getKey()) && isForwarded(header.getKey())) {
                to.add(header.getKey(), header.getValue());
            }
        }
        to.set(CorrelationId.HEADER, exchange.getResponse().getHeaders().getFirst(CorrelationId.HEADER));
        var caller = addresses.find(
                exchange.getRequest().getRemoteAddress(), exchange.getRequest().getHeaders());
        if (caller != null) {
            to.set(CallerAddress.FORWARDED_FOR, caller.getHostAddress());
        }
        traces.inject(exchange, to::set);
    }

    private static boolean isForwarded(CharSequence name) {
        for (var header : NOT_FORWARDED) {
            if (header.contentEqualsIgnoreCase(name)) {
                return false;
            }
        }
        for (var prefix : NOT_FORWARDED_PREFIXES) {
            if (AsciiString.regionMatchesAscii(name, true, 0, prefix, 0, prefix.length())) {
                return false;
            }
        }
        return true;
    }
}
