package com.ecom.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever watches the figures sees the first of each kind, and what each is about. */
class FiguresIT extends PaymentTest {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-");

    @Autowired
    MeterRegistry meters;

    @ParameterizedTest
    @CsvSource({
        "ecom.payment.provider.retry, 4",
        "ecom.payment.provider.dead-letters, 8",
        "ecom.payment.reconciliation.differences, 10",
        "ecom.payment.webhook, 9",
        "ecom.payment.webhook.orphans, 1",
        "ecom.payment.webhook.waiting, 1",
        "ecom.payment.webhook.failed, 1",
        "ecom.payment.provider.dead-letters.waiting, 1",
        "ecom.payment.provider.outage-mode, 1"
    })
    void everyCombinationIsThereFromTheStartAndSaysWhatItIs(String name, int combinations) {
        var found = meters.find(name).meters();

        assertThat(found).hasSize(combinations);
        assertThat(found).allMatch(it -> it.getId().getDescription() != null);
    }

    @Test
    void noFigureIsAboutOneOrder() {
        authorize("pm_card_ok");
        heard("payment.authorized.v1");
        command("payment.void.v1", Map.of("orderId", order));
        heard("payment.voided.v1");

        assertThat(meters.getMeters().stream()
                        .map(Meter::getId)
                        .flatMap(it -> it.getTags().stream())
                        .map(Tag::getValue)
                        .filter(it -> ID.matcher(it).find()))
                .isEmpty();
    }
}
