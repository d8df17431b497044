package com.ecom.local.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class PaymentTests {

    private static final Instant NOW = Instant.parse("2026-01-15T10:15:30Z");
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
    void theProviderLetsGoOnlyWhatWasNotCapturedAndGivesBackOnlyWhatWas() {
        assertThat(paidWith("pm_card_ok").letGo("rule").captured().status()).isEqualTo("voided");
        assertThat(paidWith("pm_card_authenticate").letGo("rule").status()).isEqualTo("voided");
        assertThat(paidWith("pm_card_ok").captured().letGo("rule").status()).isEqualTo("captured");
        assertThat(paidWith("pm_card_ok").captured().givenBackPastTheMerchant().status())
                .isEqualTo("refunded");
        assertThat(paidWith("pm_card_ok").givenBackPastTheMerchant().status()).isEqualTo("authorized");
    }

    @Test
    void theBanksPageShowsAmountsInTheCurrencysDigits() {
        assertThat(BankPage.inTheCurrencysDigits(of(1_999, "USD"))).isEqualTo("19.99");
        assertThat(BankPage.inTheCurrencysDigits(of(1_999, "JPY"))).isEqualTo("1999");
        assertThat(BankPage.inTheCurrencysDigits(of(1_990, "KWD"))).isEqualTo("1.990");
    }

    private static Payment of(long amount, String currency) {
        return Payment.of("order", amount, currency, "pm_card_ok", new Bank(URL, Duration.ofMinutes(1), NOW));
    }

    @Test
    void waitsForTheBanksAnswerWhichCountsOnce() {
        var waiting = paidWith("pm_card_authenticate");

        assertThat(waiting.actionUrl()).startsWith(URL);
        assertThat(waiting.answeredByCustomer(true, NOW).status()).isEqualTo("authorized");
        assertThat(waiting.answeredByCustomer(false, NOW)
                        .answeredByCustomer(true, NOW)
                        .status())
                .isEqualTo("declined");
    }

    @Test
    void isDeclinedWhenTheCustomerLeftAndTheBankStopsWaiting() {
        var waiting = paidWith("pm_card_authenticate");

        assertThat(waiting.expiredAt(NOW.plusSeconds(59)).status()).isEqualTo("requires_action");
        assertThat(waiting.expiredAt(NOW.plusSeconds(60)).reason()).isEqualTo("authentication_expired");
        assertThat(waiting.answeredByCustomer(true, NOW.plusSeconds(60)).status())
                .isEqualTo("declined");
    }

    @Test
    void isGivenBackInPartsAndNeverMoreThanWasTaken() {
        var part = paidWith("pm_card_ok").captured().givenBack("r1", 500).givenBack("r1", 500);
        assertThat(part.returned()).isEqualTo(500);
        assertThat(part.status()).isEqualTo("captured");

        var tooMuch = part.givenBack("r2", 1_000);
        assertThat(tooMuch.returned()).isEqualTo(500);
        assertThat(tooMuch.find("r2").orElseThrow().refusal()).isEqualTo("more_than_is_left");
        assertThat(tooMuch.givenBack("r2", 1).returned()).isEqualTo(500);

        var all = part.givenBack("r3", 999);
        assertThat(all.status()).isEqualTo("refunded");
        assertThat(all.returned()).isEqualTo(1_499);
        assertThat(part.voided().returned()).isEqualTo(1_499);
    }

    @Test
    void isNotGivenBackBeforeItWasTakenOrToAClosedCard() {
        assertThat(paidWith("pm_card_ok")
                        .givenBack("r1", 1)
                        .find("r1")
                        .orElseThrow()
                        .refusal())
                .isEqualTo("not_captured");
        assertThat(paidWith("pm_card_refund_fails")
                        .captured()
                        .givenBack("r1", 1)
                        .find("r1")
                        .orElseThrow()
                        .refusal())
                .isEqualTo("card_closed");
    }

    @Test
    void whatWasGivenBackToALostCardComesBackOnceAndMayBeGivenAgain() {
        var given = paidWith("pm_card_refund_fails_later").captured().givenBack("r1", 1_499);
        assertThat(given.status()).isEqualTo("refunded");

        var back = given.cameBack("r1").cameBack("r1");
        assertThat(back.status()).isEqualTo("captured");
        assertThat(back.returned()).isZero();
        assertThat(back.find("r1").orElseThrow().refusal()).isEqualTo("lost_or_stolen_card");
        assertThat(back.givenBack("r2", 1_499).returned()).isEqualTo(1_499);
        assertThat(paidWith("pm_card_ok")
                        .captured()
                        .givenBack("r1", 1)
                        .cameBack("r1")
                        .returned())
                .isEqualTo(1);
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
        return Payment.of("o1", 1_499, "USD", method, new Bank(URL, Duration.ofMinutes(1), NOW));
    }
}
