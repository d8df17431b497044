package com.ecom.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.order.model.CancelReason;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever watches the figures sees the first of each kind, and what each is about. */
class FiguresIT extends OrderTest {

    @Autowired
    MeterRegistry meters;

    @ParameterizedTest
    @CsvSource({
        "ecom.saga.ignored, 190",
        "ecom.saga.stuck, 1",
        "ecom.orders.backlog, 1",
        "ecom.orders.backlog.limit, 1",
        "ecom.orders.shed, 1"
    })
    void everyCombinationIsThereFromTheStartAndSaysWhatItIs(String name, int combinations) {
        var found = meters.find(name).meters();

        assertThat(found).hasSize(combinations);
        assertThat(found).allMatch(it -> it.getId().getDescription() != null);
    }

    @Test
    void countsHowOrdersEndByReason() {
        assertThat(meters.find("ecom.orders.ended").counters()).hasSize(1 + CancelReason.values().length);
        var before = outOfStock();
        var order = placed(1);
        reply(
                INVENTORY,
                order,
                "inventory.reservation.failed.v1",
                Map.of("orderId", order, "reason", "OUT_OF_STOCK", "shortages", List.of()));

        await().untilAsserted(() -> assertThat(outOfStock()).isGreaterThan(before));
    }

    private double outOfStock() {
        return meters.get("ecom.orders.ended")
                .tags("state", "CANCELLED", "reason", "OUT_OF_STOCK")
                .counter()
                .count();
    }
}
