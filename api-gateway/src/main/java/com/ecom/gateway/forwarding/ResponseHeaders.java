package com.ecom.gateway.forwarding;

import com.ecom.gateway.web.EdgeFilter;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;

/** Copies the headers of a service's response: Cache-Control may replace the gateway's, security headers may not. */
final class ResponseHeaders {

    private ResponseHeaders() {}

    /** @param to the headers of the gateway's response, with those that the gateway has set */
    static void write(HttpHeaders from, HttpHeaders to) {
        if (from.contains(HttpHeaderNames.CACHE_CONTROL)) {
            to.remove(HttpHeaderNames.CACHE_CONTROL);
        }
        var hopByHop = HopByHopHeaders.in(from);
        for (var all = from.iteratorCharSequence(); all.hasNext(); ) {
            var header = all.next();
            if (!hopByHop.test(header.getKey()) && !EdgeFilter.isOwnHeader(header.getKey())) {
                to.add(header.getKey(), header.getValue());
            }
        }
    }
}
