package com.ecom.payment.webhooks;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What came of webhooks, in figures. Each begins at zero, so that the first of its kind is seen, too. */
@Component
class WebhookFigures {

    private final MeterRegistry meters;

    WebhookFigures(MeterRegistry meters) {
        this.meters = meters;
        Stream.of(Outcome.values()).forEach(it -> counter(it.name()));
        Stream.of(WebhookRefused.class.getPermittedSubclasses()).forEach(it -> counter(nameOf(it)));
    }

    void taken(List<Outcome> outcomes) {
        outcomes.forEach(it -> counter(it.name()).increment());
    }

    void refused(WebhookRefused it) {
        counter(nameOf(it.getClass())).increment();
    }

    private static String nameOf(Class<?> refusal) {
        return refusal.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }

    private Counter counter(String outcome) {
        return Counter.builder("ecom.payment.webhook")
                .description("Webhooks by what came of them")
                .tag("outcome", outcome)
                .register(meters);
    }
}
