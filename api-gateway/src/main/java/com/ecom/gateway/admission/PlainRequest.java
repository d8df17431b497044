package com.ecom.gateway.admission;

import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * Recognizes requests whose URL is unambiguous, as nearly all are: a common method, and a path of letters, digits,
 * {@code -} and {@code _} with single slashes. All parsers agree on those.
 */
final class PlainRequest {

    private static final Set<HttpMethod> COMMON =
            Set.of(HttpMethod.GET, HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE);

    private PlainRequest() {}

    static boolean isPlain(ServerHttpRequest request) {
        return COMMON.contains(request.getMethod())
                && isPlain(request.getURI().getRawPath())
                && isPlain(request.getPath().value());
    }

    static boolean isPlain(String path) {
        if (path.isEmpty() || path.charAt(0) != '/') {
            return false;
        }
        for (int i = 1; i < path.length(); i++) {
            var it = path.charAt(i);
            if (it == '/' ? path.charAt(i - 1) == '/' : !isPlain(it)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(char it) {
        return (it >= 'a' && it <= 'z')
                || (it >= 'A' && it <= 'Z')
                || (it >= '0' && it <= '9')
                || it == '-'
                || it == '_';
    }
}
