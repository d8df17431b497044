package com.ecom.gateway;

import com.ecom.core.service.CorrelationId;
import java.util.List;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/**
 * Services believe tokens; nothing that a caller says about addresses or identities may look like our word. Where the
 * request comes from, what it is called and of which trace it is a part, is our word.
 */
class HeadersThatGoOn implements HttpHeadersFilter {

    private static final List<String> NOT_FOR_CALLERS_TO_SAY = List.of("forwarded", "x-real-ip", "cookie");
    private static final List<String> NEITHER_ARE_THESE = List.of("x-forwarded-", "x-user-", "x-internal-");

    private final CallerAddress addresses;
    private final Traces traces;

    HeadersThatGoOn(CallerAddress addresses, Traces traces) {
        this.addresses = addresses;
        this.traces = traces;
    }

    @Override
    public HttpHeaders filter(HttpHeaders said, ServerWebExchange exchange) {
        var stays = HopByHop.in(said);
        var headers = new HttpHeaders();
        said.forEach((name, values) -> {
            if (!stays.test(name) && isForCallersToSay(name)) {
                headers.put(name, values);
            }
        });
        var id = exchange.getResponse().getHeaders().getFirst(CorrelationId.HEADER);
        if (id != null) {
            headers.set(CorrelationId.HEADER, id);
        }
        var caller = addresses.find(exchange.getRequest().getRemoteAddress(), said);
        if (caller != null) {
            headers.set(CallerAddress.HOPS, caller.getHostAddress());
        }
        traces.carryOn(exchange, headers);
        return headers;
    }

    private static boolean isForCallersToSay(String name) {
        for (var word : NOT_FOR_CALLERS_TO_SAY) {
            if (name.equalsIgnoreCase(word)) {
                return false;
            }
        }
        for (var beginning : NEITHER_ARE_THESE) {
            if (name.regionMatches(true, 0, beginning, 0, beginning.length())) {
                return false;
            }
        }
        return true;
    }
}
