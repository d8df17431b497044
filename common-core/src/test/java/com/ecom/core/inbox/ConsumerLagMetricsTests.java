package com.ecom.core.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.ecom.core.inbox.ConsumerLag.GroupProgress;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

class ConsumerLagMetricsTests {

    private static final String GROUP = "cart-service.orders";

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final ConsumerLag progress = Mockito.mock();

    @Test
    void theFiguresOfEachGroupBeginAtZeroAndSayWhatTheyMean() {
        figures();

        assertThat(lag()).isZero();
        assertThat(deadLetters()).isZero();
        assertThat(meters.getMeters()).hasSize(2).allMatch(it -> it.getId().getDescription() != null);
    }

    @Test
    void theFiguresAreThoseOfTheLastMeasurement() {
        var figures = figures();
        brokerSays(7, 2);

        figures.measure();

        assertThat(lag()).isEqualTo(7);
        assertThat(deadLetters()).isEqualTo(2);
    }

    @Test
    void readingTheFiguresAsksNoBroker() {
        figures();

        lag();
        deadLetters();

        Mockito.verify(progress, Mockito.never()).ofAllGroups();
    }

    @Test
    void theLastFiguresStandWhileTheBrokerIsAway() {
        var figures = figures();
        brokerSays(7, 2);
        figures.measure();
        Mockito.when(progress.ofAllGroups()).thenThrow(new UncheckedIOException(new IOException("away")));

        assertThatCode(figures::measure).doesNotThrowAnyException();

        assertThat(lag()).isEqualTo(7);
    }

    private ConsumerLagMetrics figures() {
        Mockito.when(progress.groups()).thenReturn(Set.of(GROUP));
        return new ConsumerLagMetrics(progress, meters);
    }

    private void brokerSays(long lag, long deadLetters) {
        Mockito.when(progress.ofAllGroups()).thenReturn(List.of(new GroupProgress(GROUP, "orders", lag, deadLetters)));
    }

    private double lag() {
        return meters.get("ecom.inbox.lag").tag("group", GROUP).gauge().value();
    }

    private double deadLetters() {
        return meters.get("ecom.inbox.dead.letters.waiting")
                .tag("group", GROUP)
                .gauge()
                .value();
    }
}
