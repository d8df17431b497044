package com.ecom.payment.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.core.money.Money;
import com.ecom.payment.model.IntentFact.AuthorizeAsked;
import com.ecom.payment.model.IntentFact.CaptureAsked;
import com.ecom.payment.model.IntentFact.ProviderAuthorized;
import com.ecom.payment.model.IntentFact.ProviderCaptured;
import com.ecom.payment.model.IntentFact.ProviderDeclined;
import com.ecom.payment.model.IntentFact.ProviderNeedsAction;
import com.ecom.payment.model.IntentFact.ProviderRefunded;
import com.ecom.payment.model.IntentFact.ProviderRefusedCapture;
import com.ecom.payment.model.IntentFact.ProviderRefusedRefund;
import com.ecom.payment.model.IntentFact.ProviderVoided;
import com.ecom.payment.model.IntentFact.RefundAsked;
import com.ecom.payment.model.IntentFact.VoidAsked;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IntentTests {

    private static final Charge CHARGE = new Charge(UUID.randomUUID(), Money.of(1_499, "USD"), "pm_card_ok");

    private static final UUID REFUND = UUID.randomUUID();
    private static final List<IntentFact> FACTS = List.of(
            new AuthorizeAsked(),
            new CaptureAsked(),
            new VoidAsked(),
            new ProviderAuthorized(),
            new ProviderDeclined("card_declined"),
            new ProviderNeedsAction("https://bank.example"),
            new ProviderCaptured(),
            new ProviderRefusedCapture("expired"),
            new ProviderVoided(),
            new RefundAsked(REFUND, Money.of(500, "USD")),
            new ProviderRefunded(REFUND),
            new ProviderRefusedRefund(REFUND, "card_closed"));

    /** Every pair of state and fact that is not in this table must change nothing, ask nothing and say nothing. */
    private static final Map<String, String> TABLE = new TreeMap<>(Map.ofEntries(
            Map.entry("None + AuthorizeAsked", "Authorizing, AUTHORIZE"),
            Map.entry("None + VoidAsked", "Voided, PaymentVoided"),
            Map.entry("None + CaptureAsked", "None, PaymentCaptureFailed"),
            Map.entry("Authorizing + ProviderAuthorized", "Authorized, PaymentAuthorized"),
            Map.entry("Authorizing + ProviderNeedsAction", "ActionRequired, PaymentActionRequired"),
            Map.entry("Authorizing + ProviderDeclined", "Failed, PaymentFailed"),
            Map.entry("Authorizing + VoidAsked", "CancelPending"),
            Map.entry("Authorizing + ProviderCaptured", "Authorized, PaymentAuthorized"),
            Map.entry("Authorizing + ProviderRefusedCapture", "Authorized, PaymentAuthorized"),
            Map.entry("Authorizing + ProviderVoided", "Failed, PaymentFailed"),
            Map.entry("ActionRequired + ProviderCaptured", "Authorized, PaymentAuthorized"),
            Map.entry("ActionRequired + ProviderRefusedCapture", "Authorized, PaymentAuthorized"),
            Map.entry("ActionRequired + ProviderVoided", "Failed, PaymentFailed"),
            Map.entry("ActionRequired + ProviderAuthorized", "Authorized, PaymentAuthorized"),
            Map.entry("ActionRequired + ProviderDeclined", "Failed, PaymentFailed"),
            Map.entry("ActionRequired + AuthorizeAsked", "ActionRequired, PaymentActionRequired"),
            Map.entry("ActionRequired + VoidAsked", "Voiding, VOID"),
            Map.entry("CancelPending + ProviderAuthorized", "Voiding, VOID"),
            Map.entry("CancelPending + ProviderNeedsAction", "Voiding, VOID"),
            Map.entry("CancelPending + ProviderDeclined", "Voided, PaymentVoided"),
            Map.entry("CancelPending + ProviderCaptured", "Voiding, VOID"),
            Map.entry("CancelPending + ProviderRefusedCapture", "Voiding, VOID"),
            Map.entry("CancelPending + ProviderVoided", "Voided, PaymentVoided"),
            Map.entry("Authorized + AuthorizeAsked", "Authorized, PaymentAuthorized"),
            Map.entry("Authorized + CaptureAsked", "Capturing, CAPTURE"),
            Map.entry("Authorized + VoidAsked", "Voiding, VOID"),
            Map.entry("Authorized + ProviderCaptured", "Captured"),
            Map.entry("Authorized + ProviderRefusedCapture", "CaptureFailed, PaymentCaptureFailed"),
            Map.entry("Authorized + ProviderVoided", "CaptureFailed, PaymentCaptureFailed"),
            Map.entry("Capturing + ProviderCaptured", "Captured, PaymentCaptured"),
            Map.entry("Capturing + ProviderRefusedCapture", "CaptureFailed, PaymentCaptureFailed"),
            Map.entry("Capturing + ProviderVoided", "CaptureFailed, PaymentCaptureFailed"),
            Map.entry("Captured + CaptureAsked", "Captured, PaymentCaptured"),
            Map.entry("Captured + VoidAsked", "Voiding, VOID"),
            Map.entry("CaptureFailed + CaptureAsked", "CaptureFailed, PaymentCaptureFailed"),
            Map.entry("CaptureFailed + VoidAsked", "Voiding, VOID"),
            Map.entry("Voiding + ProviderVoided", "Voided, PaymentVoided"),
            Map.entry("Voided + VoidAsked", "Voided, PaymentVoided"),
            Map.entry("Voided + AuthorizeAsked", "Voided, PaymentVoided"),
            Map.entry("Voided + CaptureAsked", "Voided, PaymentCaptureFailed"),
            Map.entry("Voided + ProviderAuthorized", "Voiding, VOID"),
            Map.entry("Voided + ProviderCaptured", "Voiding, VOID"),
            Map.entry("Failed + AuthorizeAsked", "Failed, PaymentFailed"),
            Map.entry("Failed + CaptureAsked", "Failed, PaymentCaptureFailed"),
            Map.entry("Failed + VoidAsked", "Voided, PaymentVoided"),
            Map.entry("Failed + ProviderCaptured", "Voiding, VOID"),
            Map.entry("Failed + ProviderAuthorized", "Voiding, VOID"),
            Map.entry("Captured + RefundAsked", "Captured, REFUND"),
            Map.entry("None + RefundAsked", "None, PaymentRefundFailed"),
            Map.entry("Authorizing + RefundAsked", "Authorizing, PaymentRefundFailed"),
            Map.entry("ActionRequired + RefundAsked", "ActionRequired, PaymentRefundFailed"),
            Map.entry("CancelPending + RefundAsked", "CancelPending, PaymentRefundFailed"),
            Map.entry("Authorized + RefundAsked", "Authorized, PaymentRefundFailed"),
            Map.entry("Capturing + RefundAsked", "Capturing, PaymentRefundFailed"),
            Map.entry("CaptureFailed + RefundAsked", "CaptureFailed, PaymentRefundFailed"),
            Map.entry("Voiding + RefundAsked", "Voiding, PaymentRefundFailed"),
            Map.entry("Voided + RefundAsked", "Voided, PaymentRefundFailed"),
            Map.entry("Failed + RefundAsked", "Failed, PaymentRefundFailed")));

    @Test
    void everyFactInEveryStateDoesWhatTheTableSays() {
        var actual = new TreeMap<String, String>();
        for (var intent : inEveryState()) {
            for (var fact : FACTS) {
                var step = intent.on(fact);
                var outcome = Stream.of(
                                step.calls().stream().map(Operation::name),
                                step.events().stream().map(IntentTests::nameOf))
                        .flatMap(it -> it)
                        .collect(Collectors.joining(", "));
                if (!outcome.isEmpty() || !step.intent().equals(intent)) {
                    actual.put(
                            nameOf(intent.state()) + " + " + nameOf(fact),
                            nameOf(step.intent().state()) + (outcome.isEmpty() ? "" : ", " + outcome));
                }
            }
        }
        assertThat(actual).isEqualTo(TABLE);
    }

    @Test
    void theTableKnowsEveryStateAndEveryFact() {
        assertThat(FACTS.stream().map(it -> (Object) it.getClass()))
                .containsExactlyInAnyOrder((Object[]) IntentFact.class.getPermittedSubclasses());
        assertThat(inEveryState().stream().map(it -> (Object) it.state().getClass()))
                .containsExactlyInAnyOrder((Object[]) IntentState.class.getPermittedSubclasses());
    }

    @Test
    void whateverTheProviderLetGoNoOrderWaitsForIt() {
        for (var intent : inEveryState()) {
            var heard = after(intent, new ProviderVoided());
            var waits = switch (heard.state()) {
                case IntentState.Authorizing _,
                        IntentState.ActionRequired _,
                        IntentState.CancelPending _,
                        IntentState.Authorized _,
                        IntentState.Capturing _,
                        IntentState.Voiding _ -> true;
                case IntentState.None _,
                        IntentState.Captured _,
                        IntentState.CaptureFailed _,
                        IntentState.Voided _,
                        IntentState.Failed _ -> false;
            };
            assertThat(waits).as("%s", intent.state()).isFalse();
        }
    }

    @Test
    void neverPromisesMoreBackThanWasTaken() {
        var most = after(
                captured(), new RefundAsked(REFUND, Money.of(CHARGE.amount().amount() - 1, "USD")));
        var another = UUID.randomUUID();

        assertThat(said(most, new RefundAsked(another, Money.of(2, "USD")))).containsExactly("PaymentRefundFailed");
        assertThat(said(most, new RefundAsked(another, Money.of(0, "USD")))).containsExactly("PaymentRefundFailed");
        assertThat(said(most, new RefundAsked(another, Money.of(1, "EUR")))).containsExactly("PaymentRefundFailed");
        assertThat(most.on(new RefundAsked(another, Money.of(1, "USD"))).calls())
                .hasSize(1);
    }

    @Test
    void aRefundIsDecidedOnceAndAnsweredAgain() {
        var wish = new RefundAsked(REFUND, Money.of(500, "USD"));
        var asked = after(captured(), wish);
        assertThat(asked.on(wish)).isEqualTo(new Intent.Step(asked, List.of(), List.of()));

        var done = after(asked, new ProviderRefunded(REFUND));
        assertThat(done.refunds().given()).isEqualTo(500);
        assertThat(said(done, wish)).containsExactly("PaymentRefunded");
        assertThat(done.on(wish).calls()).isEmpty();
        assertThat(said(done, new ProviderRefunded(REFUND))).isEmpty();

        var refused = after(asked, new ProviderRefusedRefund(REFUND, "card_closed"));
        assertThat(said(refused, wish)).containsExactly("PaymentRefundFailed");
        assertThat(refused.refunds().promised()).isZero();
    }

    @Test
    void aRefundMayFailAfterItWasDoneAndItsMoneyIsOursAgain() {
        var all = new RefundAsked(REFUND, CHARGE.amount());
        var done = after(after(captured(), all), new ProviderRefunded(REFUND));
        var failed = after(done, new ProviderRefusedRefund(REFUND, "lost_or_stolen_card"));

        assertThat(said(done, new ProviderRefusedRefund(REFUND, "lost_or_stolen_card")))
                .containsExactly("PaymentRefundFailed");
        assertThat(failed.refunds().given()).isZero();
        assertThat(failed.refunds().promised()).isZero();
        assertThat(said(failed, new ProviderRefusedRefund(REFUND, "again"))).isEmpty();
        assertThat(said(failed, all)).containsExactly("PaymentRefundFailed");
        assertThat(failed.on(new RefundAsked(UUID.randomUUID(), CHARGE.amount()))
                        .calls())
                .hasSize(1);
    }

    @Test
    void aFailureIsTheLastWordOnARefundInWhateverOrderTheNewsComes() {
        var asked = after(captured(), new RefundAsked(REFUND, Money.of(500, "USD")));
        var done = new ProviderRefunded(REFUND);
        var failed = new ProviderRefusedRefund(REFUND, "card_closed");
        var lateNews = after(after(after(asked, failed), done), done);

        assertThat(lateNews).isEqualTo(after(after(asked, done), failed)).isEqualTo(after(asked, failed));
        assertThat(said(lateNews, done)).isEmpty();
        assertThat(lateNews.refunds().given()).isZero();
    }

    @Test
    void aWishThatCameBeforeTheMoneyStaysRefused() {
        var wish = new RefundAsked(REFUND, Money.of(500, "USD"));
        var early = after(Intent.of(UUID.randomUUID(), UUID.randomUUID(), CHARGE), wish);
        var captured = after(
                after(after(after(early, new AuthorizeAsked()), new ProviderAuthorized()), new CaptureAsked()),
                new ProviderCaptured());

        assertThat(said(captured, wish)).containsExactly("PaymentRefundFailed");
        assertThat(captured.on(wish).calls()).isEmpty();
    }

    private static Intent captured() {
        return inEveryState().stream()
                .filter(it -> it.state() instanceof IntentState.Captured)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> said(Intent intent, IntentFact fact) {
        return intent.on(fact).events().stream().map(IntentTests::nameOf).toList();
    }

    /** Each reached the way a real payment reaches it. */
    private static List<Intent> inEveryState() {
        var none = Intent.of(UUID.randomUUID(), UUID.randomUUID(), CHARGE);
        var authorizing = after(none, new AuthorizeAsked());
        var authorized = after(authorizing, new ProviderAuthorized());
        var capturing = after(authorized, new CaptureAsked());
        var voiding = after(authorized, new VoidAsked());
        return List.of(
                none,
                authorizing,
                after(authorizing, new ProviderNeedsAction("https://bank.example")),
                after(authorizing, new VoidAsked()),
                authorized,
                capturing,
                after(capturing, new ProviderCaptured()),
                after(capturing, new ProviderRefusedCapture("expired")),
                voiding,
                after(voiding, new ProviderVoided()),
                after(authorizing, new ProviderDeclined("card_declined")));
    }

    private static Intent after(Intent intent, IntentFact fact) {
        return intent.on(fact).intent();
    }

    private static String nameOf(Object it) {
        return it.getClass().getSimpleName();
    }
}
