package com.ecom.order.advancing;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.order.model.OrderState;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SagaFiguresTests {

    @Test
    void theCountersOfEveryStateBeginAtZero() {
        assertThat(SagaFigures.STATES.stream().<Class<?>>map(OrderState::getClass))
                .containsExactlyInAnyOrderElementsOf(
                        statesBelow(OrderState.class).toList());
    }

    private static Stream<Class<?>> statesBelow(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(SagaFiguresTests::statesBelow)
                : Stream.of(type);
    }
}
