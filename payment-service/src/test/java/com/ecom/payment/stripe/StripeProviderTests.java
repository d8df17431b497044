package com.ecom.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.ecom.core.money.Money;
import com.ecom.payment.StripeStub;
import com.ecom.payment.StripeStub.Trouble;
import com.ecom.payment.model.Charge;
import com.ecom.payment.model.IntentFact.ProviderRefunded;
import com.ecom.payment.model.IntentFact.ProviderRefusedRefund;
import com.ecom.payment.model.PaymentName;
import com.ecom.payment.model.ProviderFailure.Misconfigured;
import com.ecom.payment.model.ProviderFailure.Refused;
import com.ecom.payment.model.ProviderFailure.Unavailable;
import com.ecom.payment.model.ProviderPayment;
import com.ecom.payment.model.ProviderPayment.Standing;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Stripe's own library against a stub of Stripe's interface. */
class StripeProviderTests {

    private static final Money AMOUNT = Money.of(2_998, "USD");

    private final StripeStub stripe = StripeStub.start();
    private final StripeProvider provider = providerWith(StripeStub.KEY);
    private final UUID order = UUID.randomUUID();

    @AfterEach
    void close() {
        stripe.close();
    }

    @Test
    void putsMoneyAsideWithoutTakingIt() {
        var payment = authorize("pm_card_visa");

        assertThat(payment.standing()).isEqualTo(Standing.AUTHORIZED);
        assertThat(payment.order()).isEqualTo(order);
        assertThat(payment.amount()).isEqualTo(AMOUNT);
        assertThat(stripe.intent(String.valueOf(payment.reference())).get("capture_method"))
                .isEqualTo("manual");
    }

    @Test
    void everyOperationHappensOnceHoweverOftenItIsAsked() {
        var name = nameOf(authorize("pm_card_visa"));
        assertThat(authorize("pm_card_visa").reference()).isEqualTo(name.reference());
        assertThat(provider.capture(name, AMOUNT).standing()).isEqualTo(Standing.CAPTURED);
        assertThat(provider.capture(name, AMOUNT).standing()).isEqualTo(Standing.CAPTURED);
        var refund = UUID.randomUUID();
        provider.refund(name, refund, Money.of(500, "USD"));
        provider.refund(name, refund, Money.of(500, "USD"));

        assertThat(stripe.intents()).isEqualTo(1);
        assertThat(stripe.refunds()).isEqualTo(1);
    }

    @Test
    void saysWhyTheBankDeclined() {
        var payment = authorize("pm_card_chargeDeclined");

        assertThat(payment.standing()).isEqualTo(Standing.DECLINED);
        assertThat(payment.reason()).isEqualTo("insufficient_funds");
        assertThat(authorize("pm_card_chargeDeclined")).isEqualTo(payment);
    }

    @ParameterizedTest
    @CsvSource({"pm_of_nobody, resource_missing", "pm_card_used, invalid_payment_method"})
    void aMeansOfPaymentThatIsNoneIsADecline(String paymentMethod, String reason) {
        var payment = authorize(paymentMethod);

        assertThat(payment.standing()).isEqualTo(Standing.DECLINED);
        assertThat(payment.reason()).isEqualTo(reason);
        assertThat(payment.reference()).isNull();
        assertThat(payment.order()).isEqualTo(order);
        assertThat(stripe.intents()).isZero();
    }

    @Test
    void saysWhereTheCustomerApproves() {
        var payment = authorize("pm_card_threeDSecureRequired");

        assertThat(payment.standing()).isEqualTo(Standing.NEEDS_ACTION);
        assertThat(payment.actionUrl()).isEqualTo("https://hooks.example/3ds");
    }

    @Test
    void letsGoWhatIsPutAsideAndGivesBackWhatIsTaken() {
        var aside = nameOf(authorize("pm_card_visa"));
        assertThat(provider.voidOrRefund(aside).standing()).isEqualTo(Standing.RETURNED);
        assertThat(provider.voidOrRefund(aside).standing()).isEqualTo(Standing.RETURNED);

        var other = UUID.randomUUID();
        var taken = nameOf(provider.authorize(other, charge("pm_card_visa")));
        provider.capture(taken, AMOUNT);
        provider.refund(taken, UUID.randomUUID(), Money.of(998, "USD"));
        var returned = provider.voidOrRefund(taken);
        assertThat(returned.standing()).isEqualTo(Standing.RETURNED);
        assertThat(returned.returned()).isEqualTo(AMOUNT);
        assertThat(provider.voidOrRefund(taken)).isEqualTo(returned);
        assertThat(stripe.refunds()).isEqualTo(2);
    }

    @Test
    void givesBackInPartsAndSaysWhatBecameOfEach() {
        var name = nameOf(authorize("pm_card_visa"));
        provider.capture(name, AMOUNT);
        var first = UUID.randomUUID();
        var tooMuch = UUID.randomUUID();

        assertThat(provider.refund(name, first, Money.of(2_000, "USD")).factOf(first))
                .contains(new ProviderRefunded(first));
        var refused = provider.refund(name, tooMuch, Money.of(2_000, "USD"));
        assertThat(refused.refunds()).singleElement().satisfies(it -> {
            assertThat(it.refund()).isEqualTo(tooMuch);
            assertThat(it.refusal()).isEqualTo("amount_too_large");
        });
        var found = provider.find(name).orElseThrow();
        assertThat(found.returned()).isEqualTo(Money.of(2_000, "USD"));
        assertThat(found.factOf(first)).contains(new ProviderRefunded(first));
        assertThat(found.factOf(tooMuch)).isEmpty();
    }

    @Test
    void saysThatARefundFailedAfterItWasDone() {
        var name = nameOf(authorize("pm_card_visa"));
        provider.capture(name, AMOUNT);
        var refund = UUID.randomUUID();
        provider.refund(name, refund, AMOUNT);
        stripe.failRefund(refund.toString(), "lost_or_stolen_card");

        var found = provider.find(name).orElseThrow();
        assertThat(found.factOf(refund)).contains(new ProviderRefusedRefund(refund, "lost_or_stolen_card"));
        assertThat(found.returned()).isEqualTo(Money.of(0, "USD"));
        assertThat(found.standing()).isEqualTo(Standing.CAPTURED);
        assertThat(provider.refund(name, refund, AMOUNT)).isEqualTo(found);
    }

    @Test
    void aPaymentThatRanOutCannotBeTaken() {
        var name = nameOf(authorize("pm_card_visa"));
        stripe.become(String.valueOf(name.reference()), "canceled");
        var payment = provider.capture(name, AMOUNT);

        assertThat(payment.standing()).isEqualTo(Standing.CAPTURE_REFUSED);
        assertThat(payment.reason()).isEqualTo("authorization_expired");
    }

    @Test
    void findsAPaymentByItsOrderWhenItsNameGotLost() {
        var payment = authorize("pm_card_visa");
        var nameless = new PaymentName(order, null);

        assertThat(provider.find(nameless)).contains(payment);
        assertThat(provider.capture(nameless, AMOUNT).standing()).isEqualTo(Standing.CAPTURED);
        assertThat(provider.find(new PaymentName(UUID.randomUUID(), null))).isEmpty();
        stripe.letSearchBeBehind();
        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> provider.voidOrRefund(nameless));
    }

    @ParameterizedTest
    @EnumSource(Trouble.class)
    void whenNobodyKnowsWhatHappenedAskingAgainIsSafe(Trouble trouble) {
        stripe.meet(trouble, 1);
        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> authorize("pm_card_visa"));

        assertThat(authorize("pm_card_visa").standing()).isEqualTo(Standing.AUTHORIZED);
        assertThat(stripe.intents()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Trouble.class)
    void aRefundThatNobodyAnsweredIsGivenOnce(Trouble trouble) {
        var name = nameOf(authorize("pm_card_visa"));
        provider.capture(name, AMOUNT);
        var refund = UUID.randomUUID();
        stripe.meet(trouble, 1);
        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> provider.refund(name, refund, Money.of(500, "USD")));

        assertThat(provider.refund(name, refund, Money.of(500, "USD")).factOf(refund))
                .contains(new ProviderRefunded(refund));
        assertThat(stripe.refunds()).isEqualTo(1);
    }

    @Test
    void aWrongKeyIsOurFaultAndWhatMakesNoSenseIsRefusedForGood() {
        var stranger = providerWith("sk_test_of_somebody_else");
        assertThatExceptionOfType(Misconfigured.class)
                .isThrownBy(() -> stranger.authorize(order, charge("pm_card_visa")));
        assertThat(provider.find(new PaymentName(order, "pi_of_nobody"))).isEmpty();
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> provider.capture(new PaymentName(order, "pi_of_nobody"), AMOUNT));
    }

    @ParameterizedTest
    @CsvSource({"49, USD, amount_too_small", "1234, KWD, amount_not_payable", "100, XAU, amount_not_payable"})
    void anAmountThatStripeDoesNotTakeIsADeclineAndNobodysDeadLetter(long amount, String currency, String reason) {
        var payment = provider.authorize(order, new Charge(order, Money.of(amount, currency), "pm_card_visa"));

        assertThat(payment.standing()).isEqualTo(Standing.DECLINED);
        assertThat(payment.reason()).isEqualTo(reason);
        assertThat(stripe.intents()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"5000, ISK, 500000", "5000, UGX, 500000", "10000, MGA, 100", "1230, KWD, 1230", "5000, JPY, 5000"})
    void countsAsStripeDoesInRequestsAndAsWeDoInAnswersAndBooks(long ours, String currency, long theirs) {
        var amount = Money.of(ours, currency);
        var payment = provider.authorize(order, new Charge(order, amount, "pm_card_visa"));

        assertThat(stripe.intent(String.valueOf(payment.reference())).get("amount"))
                .isEqualTo(theirs);
        assertThat(payment.amount()).isEqualTo(amount);
        provider.capture(nameOf(payment), amount);
        var refund = UUID.randomUUID();
        assertThat(provider.refund(nameOf(payment), refund, amount).returned()).isEqualTo(amount);
        var books =
                provider.ledger(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60), null);
        assertThat(books.payments().getFirst().amount()).isEqualTo(amount);
    }

    @Test
    void theSameKeyForSomethingElseIsRefusedForGood() {
        authorize("pm_card_visa");

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> provider.authorize(order, new Charge(order, Money.of(1, "USD"), "pm_card_visa")));
    }

    @Test
    void readsTheBooksPageByPage() {
        var orders = new ArrayList<UUID>();
        for (int i = 0; i < 5; i++) {
            orders.add(UUID.randomUUID());
            provider.authorize(orders.getLast(), charge("pm_card_visa"));
        }
        var found = new ArrayList<UUID>();
        @Nullable String cursor = null;
        do {
            var page = provider.ledger(
                    Instant.now().minusSeconds(60), Instant.now().plusSeconds(60), cursor);
            page.payments().forEach(it -> found.add(it.order()));
            cursor = page.next();
        } while (cursor != null);

        assertThat(found).containsExactlyInAnyOrderElementsOf(orders);
    }

    private ProviderPayment authorize(String paymentMethod) {
        return provider.authorize(order, charge(paymentMethod));
    }

    private Charge charge(String paymentMethod) {
        return new Charge(UUID.fromString("00000000-0000-0000-0000-000000000001"), AMOUNT, paymentMethod);
    }

    private static PaymentName nameOf(ProviderPayment it) {
        return new PaymentName(it.order(), it.reference());
    }

    private StripeProvider providerWith(String key) {
        return new StripeProvider(new StripeProperties(
                key, URI.create("https://shop.example/paid"), stripe.address(), Duration.ofMillis(700)));
    }
}
