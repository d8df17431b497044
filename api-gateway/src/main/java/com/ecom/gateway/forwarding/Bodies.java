package com.ecom.gateway.forwarding;

import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** Which requests have a body, by what they announce (RFC 9112, 6.3). */
final class Bodies {

    private Bodies() {}

    static boolean hasBody(ServerHttpRequest request) {
        var headers = request.getHeaders();
        return headers.getContentLength() > 0 || headers.containsHeader(HttpHeaders.TRANSFER_ENCODING);
    }
}
