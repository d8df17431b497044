package com.ecom.gateway.forwarding;

import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** Tells from its headers whether a request has a body (RFC 9112, 6.3). */
final class Bodies {

    private Bodies() {}

    static boolean hasBody(ServerHttpRequest request) {
        var headers = request.getHeaders();
        return headers.getContentLength() > 0 || headers.containsHeader(HttpHeaders.TRANSFER_ENCODING);
    }
}
