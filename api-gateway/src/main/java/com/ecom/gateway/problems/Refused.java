package com.ecom.gateway.problems;

import java.util.Map;
import org.springframework.http.HttpStatus;

/** The gateway refuses a request: status, code and detail of the problem that the client gets. */
public class Refused extends RuntimeException {

    private final HttpStatus status;
    private final String code;
    private final String detail;
    private final Map<String, String> headers;

    public Refused(HttpStatus status, String code, String detail) {
        this(status, code, detail, Map.of());
    }

    /** @param headers of the response, in addition to those of every response */
    public Refused(HttpStatus status, String code, String detail, Map<String, String> headers) {
        // A refusal is no defect of the gateway, so a stack trace would add nothing.
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
