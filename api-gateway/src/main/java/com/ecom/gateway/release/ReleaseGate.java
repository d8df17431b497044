package com.ecom.gateway.release;

import com.ecom.core.problems.Problems;
import com.ecom.core.tracing.CorrelationId;
import com.fasterxml.jackson.annotation.JsonValue;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Counts the callbacks of the release pipeline, so that a failed gate or a missed drill raises an alert. It accepts only
 * signed callbacks, and tags come from enums, so that a caller cannot create series.
 */
@RestController
@Slf4j
class ReleaseGate {

    private static final String ALL = "release.gate.rollback.callback";
    private static final String FAILED = "release.gate.rollback.callback.failure";

    private final Signature signature;
    private final JsonMapper json;
    private final MeterRegistry meters;
    private final Clock clock;

    ReleaseGate(ReleaseGateProperties properties, JsonMapper json, MeterRegistry meters, Clock clock) {
        this.signature = new Signature(properties.secrets());
        this.json = json;
        this.meters = meters;
        this.clock = clock;
        beginAtZero();
    }

    @PostMapping("/internal/release-gate/callbacks")
    ResponseEntity<?> report(
            @RequestHeader(name = "X-Ecom-Signature", defaultValue = "") String signed,
            @RequestBody(required = false) byte @Nullable [] body,
            ServerWebExchange exchange) {
        var content = body == null ? new byte[0] : body;
        if (!signature.isGenuine(signed, content, clock.instant())) {
            return refuse(
                    exchange,
                    HttpStatus.UNAUTHORIZED,
                    "SIGNATURE_INVALID",
                    "This report is not signed by the pipeline");
        }
        try {
            return accept(json.readValue(content, Report.class));
        } catch (JacksonException e) {
            return refuse(
                    exchange,
                    HttpStatus.BAD_REQUEST,
                    "MALFORMED_BODY",
                    "A report names an event, an environment and a status");
        }
    }

    private ResponseEntity<Receipt> accept(Report report) {
        all(report.event, report.environment, report.status).increment();
        if (report.status == Status.FAILED) {
            failed(report.event, report.environment).increment();
        }
        log.info("The pipeline reports {} {} {}", report.event, report.environment, report.status);
        return ResponseEntity.accepted()
                .body(new Receipt(clock.instant(), "accepted", report.event, report.environment, report.status));
    }

    /** A series that is missing never raises an alert. */
    private void beginAtZero() {
        for (var event : Event.values()) {
            for (var environment : Environment.values()) {
                failed(event, environment);
                for (var status : Status.values()) {
                    all(event, environment, status);
                }
            }
        }
    }

    private Counter all(Event event, Environment environment, Status status) {
        return Counter.builder(ALL)
                .description("What the pipeline reported")
                .tags("event", event.word(), "environment", environment.word(), "status", status.word())
                .register(meters);
    }

    private Counter failed(Event event, Environment environment) {
        return Counter.builder(FAILED)
                .description("What the pipeline reported as failed")
                .tags("event", event.word(), "environment", environment.word())
                .register(meters);
    }

    private static ResponseEntity<ProblemDetail> refuse(
            ServerWebExchange exchange, HttpStatus status, String code, String detail) {
        var problem = Problems.problem(status, code, detail);
        problem.setProperty("correlationId", exchange.getResponse().getHeaders().getFirst(CorrelationId.HEADER));
        return ResponseEntity.status(status).body(problem);
    }

    /**
     * @param ref what was released, such as a tag
     * @param runId which run of the pipeline says so
     * @param details for people
     */
    record Report(
            Event event,
            Environment environment,
            Status status,
            @Nullable String ref,
            @Nullable String runId,
            @Nullable String details) {

        private static final int LONG_ENOUGH = 1_000;

        Report {
            if (event == null || environment == null || status == null) {
                throw new IllegalArgumentException("A report names an event, an environment and a status");
            }
            for (var text : new @Nullable String[] {ref, runId, details}) {
                if (text != null && text.length() > LONG_ENOUGH) {
                    throw new IllegalArgumentException("A text has up to %d characters".formatted(LONG_ENOUGH));
                }
            }
        }
    }

    record Receipt(Instant timestamp, String status, Event event, Environment environment, Status callbackStatus) {}

    enum Event {
        GATE,
        DEPLOYMENT,
        SMOKE,
        ROLLBACK,
        DRILL;

        @JsonValue
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    enum Environment {
        STAGING,
        PRODUCTION;

        @JsonValue
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    enum Status {
        PASSED,
        FAILED;

        @JsonValue
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
