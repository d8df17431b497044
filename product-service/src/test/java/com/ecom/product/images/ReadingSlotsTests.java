package com.ecom.product.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.ecom.product.model.ImageRefusal.Busy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReadingSlotsTests {

    private final ReadingSlots slots = new ReadingSlots(new ImageProperties(2, Duration.ofMillis(10)));

    @Test
    void oneTooManyIsToldToComeBack() {
        var refused = slots.within(() -> slots.within(() -> {
            assertThatExceptionOfType(Busy.class).isThrownBy(() -> slots.within(() -> true));
            return true;
        }));

        assertThat(refused).isTrue();
        assertThat(slots.within(() -> slots.within(() -> "free again"))).isEqualTo("free again");
    }

    @Test
    void aPictureThatFailsGivesItsSlotBack() {
        for (int i = 0; i < 3; i++) {
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> slots.within(() -> {
                        throw new IllegalStateException();
                    }));
        }
        assertThat(slots.within(() -> true)).isTrue();
    }
}
