package com.ecom.gateway.tokens;

import com.ecom.gateway.problems.Refused;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Reads access tokens where RFC 6750, 2.1 puts them and nowhere else: neither in a query nor in a body nor in a cookie. */
public final class Bearer {

    private static final String SCHEME = "Bearer ";

    private Bearer() {}

    /** The token as it was sent; none if no bearer token was. */
    public static @Nullable String tokenIn(HttpHeaders headers) {
        var said = headers.getFirst(HttpHeaders.AUTHORIZATION);
        if (said == null || !said.regionMatches(true, 0, SCHEME, 0, SCHEME.length() - 1)) {
            return null;
        }
        if (!said.regionMatches(true, 0, SCHEME, 0, SCHEME.length()) || !isToken(said)) {
            throw invalid();
        }
        return said.substring(SCHEME.length());
    }

    static Refused invalid() {
        return new Refused(
                HttpStatus.UNAUTHORIZED,
                "AUTH_TOKEN_INVALID",
                "The access token is not valid",
                Map.of(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\""));
    }

    /** {@code b64token} of RFC 6750, 2.1: letters, digits and {@code -._~+/}, then only {@code =}. */
    private static boolean isToken(String said) {
        int end = said.length();
        while (end > SCHEME.length() && said.charAt(end - 1) == '=') {
            end--;
        }
        for (int i = SCHEME.length(); i < end; i++) {
            if (!isTokenCharacter(said.charAt(i))) {
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
