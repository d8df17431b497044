package com.ecom.core.security;

import com.ecom.core.problems.ProblemWriter;
import com.ecom.core.problems.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** The answer to a request without a good token (RFC 6750). */
class SecurityProblems implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final ProblemWriter problems;

    SecurityProblems(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        var invalid = refused instanceof InvalidBearerTokenException;
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, invalid ? "Bearer error=\"invalid_token\"" : "Bearer");
        problems.write(
                response,
                invalid
                        ? Problems.problem(
                                HttpStatus.UNAUTHORIZED, "AUTH_TOKEN_INVALID", "The access token is not valid")
                        : Problems.problem(HttpStatus.UNAUTHORIZED, "AUTH_TOKEN_MISSING", "An access token is needed"));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        problems.write(response, Problems.problem(HttpStatus.FORBIDDEN, "FORBIDDEN", "This token may not do that"));
    }
}
