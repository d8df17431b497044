package com.ecom.gateway;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * Refuses requests with more headers than any client of ours sends, with control characters in them, and with two
 * tokens or hosts, of which two readers could believe a different one each (RFC 9112, section 3.2). How long headers may be, the server itself limits.
 */
final class HeaderLimit {

    private static final int AT_MOST = 100;

    private HeaderLimit() {}

    static void check(HttpHeaders headers) {
        int count = 0;
        for (var header : headers.headerSet()) {
            checkCharacters(header.getKey());
            for (var value : header.getValue()) {
                count++;
                checkCharacters(value);
            }
        }
        if (count > AT_MOST) {
            throw new Refused(
                    HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE,
                    "TOO_MANY_HEADERS",
                    "A request may have up to %d headers".formatted(AT_MOST));
        }
        checkOnce(headers, HttpHeaders.AUTHORIZATION);
        checkOnce(headers, HttpHeaders.HOST);
    }

    private static void checkOnce(HttpHeaders headers, String name) {
        if (headers.getOrEmpty(name).size() > 1) {
            throw malformed("There are two headers " + name);
        }
    }

    private static void checkCharacters(String text) {
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
