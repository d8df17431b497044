package com.ecom.payment.calls;

import com.ecom.payment.calls.ProviderDeadLetter.Kind;
import com.ecom.payment.model.Operation;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.stereotype.Component;

/** How calls go, in figures. Each begins at zero, so that the first of its kind is seen, too. */
@Component
class CallFigures {

    private final MeterRegistry meters;

    CallFigures(MeterRegistry meters) {
        this.meters = meters;
        for (var operation : List.of("AUTHORIZE", "CAPTURE", "VOID", "REFUND")) {
            retries(operation);
            for (var kind : Kind.values()) {
                deadLetters(operation, kind);
            }
        }
    }

    void isTriedAgain(Operation it) {
        retries(it.name()).increment();
    }

    void isPutAside(Operation it, Kind kind) {
        deadLetters(it.name(), kind).increment();
    }

    private Counter retries(String operation) {
        return Counter.builder("ecom.payment.provider.retry")
                .description("Calls to the provider that are made again")
                .tag("operation", operation)
                .register(meters);
    }

    private Counter deadLetters(String operation, Kind kind) {
        return Counter.builder("ecom.payment.provider.dead-letters")
                .description("Calls to the provider that were put aside until somebody decides about them")
                .tags("operation", operation, "kind", kind.name())
                .register(meters);
    }
}
