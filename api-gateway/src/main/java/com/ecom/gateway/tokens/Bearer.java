package com.ecom.gateway.tokens;

import com.ecom.gateway.problems.Refused;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Reads access tokens from the Authorization header (RFC 6750, 2.1) only, never from a query, a body or a cookie. */
public final class Bearer {

    private static final String SCHEME = "Bearer ";

    private Bearer() {}

    /** The token as the client sent it; null if it sent none. */
    public static @Nullable String tokenIn(HttpHeaders headers) {
        var header = headers.getFirst(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length() - 1)) {
            return null;
        }
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()) || !isToken(header)) {
            throw invalid();
        }
        return header.substring(SCHEME.length());
    }

    static Refused invalid() {
        return new Refused(
                HttpStatus.UNAUTHORIZED,
                "AUTH_TOKEN_INVALID",
                "The access token is not valid",
                Map.of(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\""));
    }

    /** {@code b64token} of RFC 6750, 2.1: letters, digits and {@code -._~+/}, then only {@code =}. */
    private static boolean isToken(String header) {
        int end = header.length();
        while (end > SCHEME.length() && header.charAt(end - 1) == '=') {
            end--;
        }
        for (int i = SCHEME.length(); i < end; i++) {
            if (!isTokenCharacter(header.charAt(i))) {
                return false;
            }
        }
        return end > SCHEME.length();
    }

    private static boolean isTokenCharacter(char it) {
        return (it >= 'a' && it <= 'z')
                || (it >= 'A' && it <= 'Z')
                || (it >= '0' && it <= '9')
                || "-._~+/".indexOf(it) >= 0;
    }
}
