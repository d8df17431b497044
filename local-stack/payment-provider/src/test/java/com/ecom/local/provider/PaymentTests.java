package com.ecom.local.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class PaymentTests {

    private static final String URL = "http://provider";

    @Test
    void isCapturedOnce() {
        var captured = paidWith("pm_card_ok").captured();

        assertThat(captured.status()).isEqualTo("captured");
        assertThat(captured.captured()).isEqualTo(captured);
    }

    @Test
    void isGivenBackAfterItWasTakenAndLetGoBefore() {
        assertThat(paidWith("pm_card_ok").captured().voided().status()).isEqualTo("refunded");
        assertThat(paidWith("pm_card_ok").voided().status()).isEqualTo("voided");
    }

    @Test
    void isNeverTakenWhenItWasLetGo() {
        var voided = paidWith("pm_card_ok").voided();

        assertThat(voided.captured().status()).isEqualTo("voided");
        assertThat(voided.captured().captures()).isZero();
    }

    @Test
    void waitsForTheBanksAnswerWhichCountsOnce() {
        var waiting = paidWith("pm_card_authenticate");

        assertThat(waiting.actionUrl()).startsWith(URL);
        assertThat(waiting.answeredByCustomer(true).status()).isEqualTo("authorized");
        assertThat(waiting.answeredByCustomer(false).answeredByCustomer(true).status())
                .isEqualTo("declined");
    }

    @Test
    void anOrderHasOnePaymentThatOutlivesTheProcess(@TempDir Path folder) throws IOException {
        var json = JsonMapper.builder().build();
        var ledger = new Ledger(json, folder.resolve("ledger"));
        assertThat(ledger.open(paidWith("pm_card_ok")).happened()).isTrue();
        assertThat(ledger.open(paidWith("pm_card_ok")).happened()).isFalse();
        ledger.change("o1", Payment::captured);

        assertThat(new Ledger(json, folder.resolve("ledger")).find("o1"))
                .get()
                .extracting(Payment::status, Payment::authorizations, Payment::captures)
                .containsExactly("captured", 1, 1);
    }

    private static Payment paidWith(String method) {
        return Payment.of("o1", 1_499, "USD", method, URL);
    }
}
