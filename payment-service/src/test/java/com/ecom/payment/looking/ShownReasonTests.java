package com.ecom.payment.looking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShownReasonTests {

    @ParameterizedTest
    @ValueSource(
            strings = {"fraudulent", "stolen_card", "lost_card", "pickup_card", "merchant_blacklist", "whatever_is_new"
            })
    void whatIsForStaffIsToldAsAPlainDecline(String reason) {
        assertThat(ShownReason.of(reason)).isEqualTo("card_declined");
    }

    @Test
    void whatTheHolderCanMendIsTold() {
        assertThat(ShownReason.of("insufficient_funds")).isEqualTo("insufficient_funds");
        assertThat(ShownReason.of(null)).isNull();
    }
}
