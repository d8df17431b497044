package com.ecom.gateway.admission;

import com.ecom.gateway.problems.Refused;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * Refuses requests with more than {@value #AT_MOST} headers, with control characters in them, or with two tokens or hosts,
 * which parsers could interpret differently (RFC 9112, 3.2). The server itself limits the length of headers.
 */
final class HeaderLimit {

    private static final int AT_MOST = 100;

    private HeaderLimit() {}

    static void check(HttpHeaders headers) {
        int count = 0;
        int tokens = 0;
        int hosts = 0;
        for (var all = headers.iteratorCharSequence(); all.hasNext(); ) {
            var header = all.next();
            count++;
            checkCharacters(header.getKey());
            checkCharacters(header.getValue());
            if (HttpHeaderNames.AUTHORIZATION.contentEqualsIgnoreCase(header.getKey())) {
                tokens++;
            } else if (HttpHeaderNames.HOST.contentEqualsIgnoreCase(header.getKey())) {
                hosts++;
            }
        }
        if (count > AT_MOST) {
            throw new Refused(
                    HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE,
                    "TOO_MANY_HEADERS",
                    "A request may have up to %d headers".formatted(AT_MOST));
        }
        if (tokens > 1) {
            throw malformed("There are two tokens");
        }
        if (hosts > 1) {
            throw malformed("There are two hosts");
        }
    }

    private static void checkCharacters(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            var character = text.charAt(i);
            if (character != '\t' && Character.isISOControl(character)) {
                throw malformed("There are control characters in a header");
            }
        }
    }

    private static Refused malformed(String detail) {
        return new Refused(HttpStatus.BAD_REQUEST, "MALFORMED_REQUEST", detail);
    }
}
