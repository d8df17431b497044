package com.ecom.core.security;

import com.ecom.core.problems.ProblemWriter;
import com.ecom.core.problems.Problems;
import com.ecom.core.security.AccessPolicy.Operation;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers 404 and 405 before anybody is asked who they are: what does not exist is the same for everyone. */
class KnownOperations extends OncePerRequestFilter {

    private final List<Known> known;
    private final ProblemWriter problems;

    KnownOperations(List<Operation> operations, ProblemWriter problems) {
        this.known = operations.stream().map(Known::of).toList();
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var atThisPath = known.stream().filter(it -> it.path.matches(request)).toList();
        if (atThisPath.stream().anyMatch(it -> it.takes(request.getMethod()))
                || request.getRequestURI().startsWith("/v3/api-docs")) {
            chain.doFilter(request, response);
        } else if (atThisPath.isEmpty()) {
            problems.write(response, Problems.problem(HttpStatus.NOT_FOUND, "NO_SUCH_ROUTE", "There is nothing here"));
        } else {
            response.setHeader(
                    HttpHeaders.ALLOW,
                    atThisPath.stream().map(it -> it.operation.method().name()).collect(Collectors.joining(", ")));
            problems.write(
                    response,
                    Problems.problem(
                            HttpStatus.METHOD_NOT_ALLOWED,
                            "METHOD_NOT_ALLOWED",
                            "This cannot be done with " + request.getMethod()));
        }
    }

    private record Known(Operation operation, RequestMatcher path) {

        static Known of(Operation it) {
            return new Known(it, PathPatternRequestMatcher.withDefaults().matcher(it.path()));
        }

        boolean takes(String method) {
            return operation.method().name().equals(method);
        }
    }
}
