package com.ecom.gateway;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * Refuses requests with more headers than any client of ours sends, with control characters in them, and with two
 * tokens, of which two readers could believe a different one each. How long headers may be, the server itself limits.
 */
final class HeaderLimit {

    private static final int AT_MOST = 100;

    private HeaderLimit() {}

    static void check(HttpHeaders headers) {
        int count = 0;
        int tokens = 0;
        for (var all = headers.iteratorCharSequence(); all.hasNext(); ) {
            var header = all.next();
            count++;
            checkCharacters(header.getKey());
            checkCharacters(header.getValue());
            if (HttpHeaderNames.AUTHORIZATION.contentEqualsIgnoreCase(header.getKey())) {
                tokens++;
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
