package com.ecom.core.problems;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ecom.core.tracing.CorrelationId;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.MDC;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/** Answers requests that never reach a controller, in the words of those that do. */
public final class ProblemWriter {

    private final JsonMapper json;

    public ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    /** The whole answer: status, media type and body, with the id under which the request is logged. */
    public void write(HttpServletResponse response, ProblemDetail problem) throws IOException {
        problem.setProperty("correlationId", MDC.get(CorrelationId.KEY));
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsString(problem).getBytes(UTF_8));
    }
}
