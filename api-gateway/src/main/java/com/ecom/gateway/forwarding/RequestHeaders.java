package com.ecom.gateway.forwarding;

import com.ecom.gateway.web.NettyExchange;
import com.ecom.gateway.observation.Traces;
import com.ecom.gateway.caller.CallerAddress;

import com.ecom.core.service.CorrelationId;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.AsciiString;
import java.util.List;
import org.springframework.web.server.ServerWebExchange;

/**
 * Services believe tokens; nothing that a caller says about addresses or identities may look like our word. Where the
 * request comes from, what it is called and of which trace it is a part, is our word.
 */
class RequestHeaders {

    /** {@code Host} is the service's own. */
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

    /** @param asked what a client says by itself, which the caller may say otherwise */
    void write(ServerWebExchange exchange, HttpHeaders asked) {
        var said = NettyExchange.requestHeaders(exchange);
        asked.remove(HttpHeaderNames.ACCEPT).remove(HttpHeaderNames.USER_AGENT);
        var stays = HopByHopHeaders.in(said);
        for (var all = said.iteratorCharSequence(); all.hasNext(); ) {
            var header = all.next();
            if (!stays.test(header.getKey()) && isForwarded(header.getKey())) {
                asked.add(header.getKey(), header.getValue());
            }
        }
        asked.set(CorrelationId.HEADER, exchange.getResponse().getHeaders().getFirst(CorrelationId.HEADER));
        var caller = addresses.find(
                exchange.getRequest().getRemoteAddress(), exchange.getRequest().getHeaders());
        if (caller != null) {
            asked.set(CallerAddress.FORWARDED_FOR, caller.getHostAddress());
        }
        traces.inject(exchange, asked::set);
    }

    private static boolean isForwarded(CharSequence name) {
        for (var word : NOT_FORWARDED) {
            if (word.contentEqualsIgnoreCase(name)) {
                return false;
            }
        }
        for (var beginning : NOT_FORWARDED_PREFIXES) {
            if (AsciiString.regionMatchesAscii(name, true, 0, beginning, 0, beginning.length())) {
                return false;
            }
        }
        return true;
    }
}
