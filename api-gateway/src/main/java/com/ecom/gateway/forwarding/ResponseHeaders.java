package com.ecom.gateway.forwarding;

import com.ecom.gateway.web.EdgeFilter;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;

/** What makes an answer safe in browsers is our word; whether it may be kept is the service's, if it says so. */
final class ResponseHeaders {

    private ResponseHeaders() {}

    /** @param answered what we say ourselves so far, to which is added what the service may say */
    static void write(HttpHeaders said, HttpHeaders answered) {
        if (said.contains(HttpHeaderNames.CACHE_CONTROL)) {
            answered.remove(HttpHeaderNames.CACHE_CONTROL);
        }
        var stays = HopByHopHeaders.in(said);
        for (var all = said.iteratorCharSequence(); all.hasNext(); ) {
            var header = all.next();
            if (!stays.test(header.getKey()) && !EdgeFilter.isOwnHeader(header.getKey())) {
                answered.add(header.getKey(), header.getValue());
            }
        }
    }
}
