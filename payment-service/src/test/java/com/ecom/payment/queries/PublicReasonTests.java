package com.ecom.payment.queries;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicReasonTests {

    @ParameterizedTest
    @ValueSource(
            strings = {"fraudulent", "stolen_card", "lost_card", "pickup_card", "merchant_blacklist", "whatever_is_new"
            })
    void whatIsForStaffIsToldAsAPlainDecline(String reason) {
        assertThat(PublicReason.of(reason)).isEqualTo("card_declined");
    }

    @Test
    void whatTheHolderCanMendIsTold() {
        assertThat(PublicReason.of("insufficient_funds")).isEqualTo("insufficient_funds");
        assertThat(PublicReason.of(null)).isNull();
    }
}
