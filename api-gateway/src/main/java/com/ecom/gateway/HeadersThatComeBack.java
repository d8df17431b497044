package com.ecom.gateway;

import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/** What makes an answer safe in browsers is our word; whether it may be kept is the service's, if it says so. */
class HeadersThatComeBack implements HttpHeadersFilter {

    @Override
    public HttpHeaders filter(HttpHeaders said, ServerWebExchange exchange) {
        var stays = HopByHop.in(said);
        var headers = new HttpHeaders();
        said.forEach((name, values) -> {
            if (!stays.test(name) && !Visit.saysItself(name)) {
                headers.put(name, values);
            }
        });
        if (headers.containsHeader(HttpHeaders.CACHE_CONTROL)) {
            exchange.getResponse().getHeaders().remove(HttpHeaders.CACHE_CONTROL);
        }
        return headers;
    }

    @Override
    public boolean supports(Type type) {
        return type == Type.RESPONSE;
    }
}
