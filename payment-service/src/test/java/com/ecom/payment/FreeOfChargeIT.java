package com.ecom.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where there is nothing to pay, no provider is asked, and none is needed. */
class FreeOfChargeIT extends ProviderTest {

    @Test
    void anOrderOfNothingIsPaidAtOnceWhileTheProviderIsAway() {
        PROVIDER.behave("{\"outage\": true}");
        authorizeNothing();
        heard("payment.authorized.v1");
        command("payment.capture.v1", Map.of("orderId", order, "amount", usd(0)));

        assertThat(heard("payment.captured.v1").path("amount").path("amount").asLong())
                .isZero();
        giveUp();
        heard("payment.voided.v1");
        PROVIDER.behave("{}");
        assertThat(PROVIDER.knows(order)).isFalse();
    }

    @Test
    void anOrderOfNothingThatWasGivenUpBeforeStaysSo() {
        giveUp();
        heard("payment.voided.v1");
        authorizeNothing();
        command("payment.capture.v1", Map.of("orderId", order, "amount", usd(0)));

        heard("payment.capture.failed.v1");
        assertThat(silentAbout("payment.authorized.v1")).isTrue();
    }

    private void authorizeNothing() {
        command(
                "payment.authorize.v1",
                Map.of("orderId", order, "customerId", customer.id(), "amount", usd(0), "paymentMethod", "none"));
    }
}
