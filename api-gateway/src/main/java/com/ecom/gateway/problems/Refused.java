package com.ecom.gateway.problems;

import java.util.Map;
import org.springframework.http.HttpStatus;

/** Why somebody is not let in, and what they hear. */
public class Refused extends RuntimeException {

    private final HttpStatus status;
    private final String code;
    private final String detail;
    private final Map<String, String> headers;

    public Refused(HttpStatus status, String code, String detail) {
        this(status, code, detail, Map.of());
    }

    /** @param headers of the answer, beside those that every answer has */
    public Refused(HttpStatus status, String code, String detail, Map<String, String> headers) {
        // A refusal is no failure of ours, so nobody needs to know where in our code it was decided.
        super(code, null, false, false);
        this.status = status;
        this.code = code;
        this.detail = detail;
        this.headers = headers;
    }

    HttpStatus status() {
        return status;
    }

    public String code() {
        return code;
    }

    String detail() {
        return detail;
    }

    Map<String, String> headers() {
        return headers;
    }
}
