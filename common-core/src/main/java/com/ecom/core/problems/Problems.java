package com.ecom.core.problems;

import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** How an error looks to clients (RFC 9457), with a stable code for programs and a sentence for people. */
public final class Problems {

    private Problems() {}

    /** @param code such as {@code NO_SUCH_THING}; the problem's type is derived from it */
    public static ProblemDetail problem(HttpStatus status, String code, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("/problems/" + code.toLowerCase(Locale.ROOT).replace('_', '-')));
        problem.setProperty("code", code);
        return problem;
    }
}
