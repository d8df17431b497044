package com.ecom.payment.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.core.money.Money;
import com.ecom.payment.model.IntentFact.AuthorizeRequested;
import com.ecom.payment.model.IntentFact.CaptureRequested;
import com.ecom.payment.model.IntentFact.ProviderAuthorized;
import com.ecom.payment.model.IntentFact.ProviderCaptured;
import com.ecom.payment.model.IntentFact.ProviderDeclined;
import com.ecom.payment.model.IntentFact.ProviderNeedsAction;
import com.ecom.payment.model.IntentFact.ProviderRefunded;
import com.ecom.payment.model.IntentFact.ProviderRefusedCapture;
import com.ecom.payment.model.IntentFact.ProviderRefusedRefund;
import com.ecom.payment.model.IntentFact.ProviderVoided;
import com.ecom.payment.model.IntentFact.RefundRequested;
import com.ecom.payment.model.IntentFact.VoidRequested;
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
            new AuthorizeRequested(),
            new CaptureRequested(),
            new VoidRequested(),
            new ProviderAuthorized(),
            new ProviderDeclined("card_declined"),
            new ProviderNeedsAction("https://bank.example"),
            new ProviderCaptured(),
            new ProviderRefusedCapture("expired"),
            new ProviderVoided(),
            new RefundRequested(REFUND, Money.of(500, "USD")),
            new ProviderRefunded(REFUND),
            new ProviderRefusedRefund(REFUND, "card_closed"));

    /** Every pair of state and fact that is not in this table must change nothing, ask nothing and say nothing. */
    private static final Map<String, String> TABLE = new TreeMap<>(Map.ofEntries(
            Map.entry("None + AuthorizeRequested", "Authorizing, AUTHORIZE"),
            Map.entry("None + VoidRequested", "Voided, PaymentVoided"),
            Map.entry("None + CaptureRequested", "None, PaymentCaptureFailed"),
            Map.entry("Authorizing + ProviderAuthorized", "Authorized, PaymentAuthorized"),
            Map.entry("Authorizing + ProviderNeedsAction", "ActionRequired, PaymentActionRequired"),
            Map.entry("Authorizing + ProviderDeclined", "Failed, PaymentFailed"),
            Map.entry("Authorizing + VoidRequested", "CancelPending"),
            Map.entry("Authorizing + ProviderCaptured", "Authorized, PaymentAuthorized"),
            Map.entry("Authorizing + ProviderRefusedCapture", "Authorized, PaymentAuthorized"),
            Map.entry("Authorizing + ProviderVoided", "Failed, PaymentFailed"),
            Map.entry("ActionRequired + ProviderCaptured", "Authorized, PaymentAuthorized"),
            Map.entry("ActionRequired + ProviderRefusedCapture", "Authorized, PaymentAuthorized"),
            Map.entry("ActionRequired + ProviderVoided", "Failed, PaymentFailed"),
            Map.entry("ActionRequired + ProviderAuthorized", "Authorized, PaymentAuthorized"),
            Map.entry("ActionRequired + ProviderDeclined", "Failed, PaymentFailed"),
            Map.entry("ActionRequired + AuthorizeRequested", "ActionRequired, PaymentActionRequired"),
            Map.entry("ActionRequired + VoidRequested", "Voiding, VOID"),
            Map.entry("CancelPending + ProviderAuthorized", "Voiding, VOID"),
            Map.entry("CancelPending + ProviderNeedsAction", "Voiding, VOID"),
            Map.entry("CancelPending + ProviderDeclined", "Voided, PaymentVoided"),
            Map.entry("CancelPending + ProviderCaptured", "Voiding, VOID"),
            Map.entry("CancelPending + ProviderRefusedCapture", "Voiding, VOID"),
            Map.entry("CancelPending + ProviderVoided", "Voided, PaymentVoided"),
            Map.entry("Authorized + AuthorizeRequested", "Authorized, PaymentAuthorized"),
            Map.entry("Authorized + CaptureRequested", "Capturing, CAPTURE"),
            Map.entry("Authorized + VoidRequested", "Voiding, VOID"),
            Map.entry("Authorized + ProviderCaptured", "Captured"),
            Map.entry("Authorized + ProviderRefusedCapture", "CaptureFailed, PaymentCaptureFailed"),
            Map.entry("Authorized + ProviderVoided", "CaptureFailed, PaymentCaptureFailed"),
            Map.entry("Capturing + ProviderCaptured", "Captured, PaymentCaptured"),
            Map.entry("Capturing + ProviderRefusedCapture", "CaptureFailed, PaymentCaptureFailed"),
            Map.entry("Capturing + ProviderVoided", "CaptureFailed, PaymentCaptureFailed"),
            Map.entry("Captured + CaptureRequested", "Captured, PaymentCaptured"),
            Map.entry("Captured + VoidRequested", "Voiding, VOID"),
            Map.entry("CaptureFailed + CaptureRequested", "CaptureFailed, PaymentCaptureFailed"),
            Map.entry("CaptureFailed + VoidRequested", "Voiding, VOID"),
            Map.entry("Voiding + ProviderVoided", "Voided, PaymentVoided"),
            Map.entry("Voided + VoidRequested", "Voided, PaymentVoided"),
            Map.entry("Voided + AuthorizeRequested", "Voided, PaymentVoided"),
            Map.entry("Voided + CaptureRequested", "Voided, PaymentCaptureFailed"),
            Map.entry("Voided + ProviderAuthorized", "Voiding, VOID"),
            Map.entry("Voided + ProviderCaptured", "Voiding, VOID"),
            Map.entry("Failed + AuthorizeRequested", "Failed, PaymentFailed"),
            Map.entry("Failed + CaptureRequested", "Failed, PaymentCaptureFailed"),
            Map.entry("Failed + VoidRequested", "Voided, PaymentVoided"),
            Map.entry("Failed + ProviderCaptured", "Voiding, VOID"),
            Map.entry("Failed + ProviderAuthorized", "Voiding, VOID"),
            Map.entry("Captured + RefundRequested", "Captured, REFUND"),
            Map.entry("None + RefundRequested", "None, PaymentRefundFailed"),
            Map.entry("Authorizing + RefundRequested", "Authorizing, PaymentRefundFailed"),
            Map.entry("ActionRequired + RefundRequested", "ActionRequired, PaymentRefundFailed"),
            Map.entry("CancelPending + RefundRequested", "CancelPending, PaymentRefundFailed"),
            Map.entry("Authorized + RefundRequested", "Authorized, PaymentRefundFailed"),
            Map.entry("Capturing + RefundRequested", "Capturing, PaymentRefundFailed"),
            Map.entry("CaptureFailed + RefundRequested", "CaptureFailed, PaymentRefundFailed"),
            Map.entry("Voiding + RefundRequested", "Voiding, PaymentRefundFailed"),
            Map.entry("Voided + RefundRequested", "Voided, PaymentRefundFailed"),
            Map.entry("Failed + RefundRequested", "Failed, PaymentRefundFailed")));

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
                captured(), new RefundRequested(REFUND, Money.of(CHARGE.amount().amount() - 1, "USD")));
        var another = UUID.randomUUID();

        assertThat(said(most, new RefundRequested(another, Money.of(2, "USD")))).containsExactly("PaymentRefundFailed");
        assertThat(said(most, new RefundRequested(another, Money.of(0, "USD")))).containsExactly("PaymentRefundFailed");
        assertThat(said(most, new RefundRequested(another, Money.of(1, "EUR")))).containsExactly("PaymentRefundFailed");
        assertThat(most.on(new RefundRequested(another, Money.of(1, "USD"))).calls())
                .hasSize(1);
    }

    @Test
    void aRefundIsDecidedOnceAndAnsweredAgain() {
        var wish = new RefundRequested(REFUND, Money.of(500, "USD"));
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
        var all = new RefundRequested(REFUND, CHARGE.amount());
        var done = after(after(captured(), all), new ProviderRefunded(REFUND));
        var failed = after(done, new ProviderRefusedRefund(REFUND, "lost_or_stolen_card"));

        assertThat(said(done, new ProviderRefusedRefund(REFUND, "lost_or_stolen_card")))
                .containsExactly("PaymentRefundFailed");
        assertThat(failed.refunds().given()).isZero();
        assertThat(failed.refunds().promised()).isZero();
        assertThat(said(failed, new ProviderRefusedRefund(REFUND, "again"))).isEmpty();
        assertThat(said(failed, all)).containsExactly("PaymentRefundFailed");
        assertThat(failed.on(new RefundRequested(UUID.randomUUID(), CHARGE.amount()))
                        .calls())
                .hasSize(1);
    }

    @Test
    void aFailureIsTheLastWordOnARefundInWhateverOrderTheWebhooksCome() {
        var asked = after(captured(), new RefundRequested(REFUND, Money.of(500, "USD")));
        var done = new ProviderRefunded(REFUND);
        var failed = new ProviderRefusedRefund(REFUND, "card_closed");
        var lateNews = after(after(after(asked, failed), done), done);

        assertThat(lateNews).isEqualTo(after(after(asked, done), failed)).isEqualTo(after(asked, failed));
        assertThat(said(lateNews, done)).isEmpty();
        assertThat(lateNews.refunds().given()).isZero();
    }

    @Test
    void aRequestThatCameBeforeTheMoneyStaysRefused() {
        var wish = new RefundRequested(REFUND, Money.of(500, "USD"));
        var early = after(Intent.of(UUID.randomUUID(), UUID.randomUUID(), CHARGE), wish);
        var captured = after(
                after(after(after(early, new AuthorizeRequested()), new ProviderAuthorized()), new CaptureRequested()),
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
        var authorizing = after(none, new AuthorizeRequested());
        var authorized = after(authorizing, new ProviderAuthorized());
        var capturing = after(authorized, new CaptureRequested());
        var voiding = after(authorized, new VoidRequested());
        return List.of(
                none,
                authorizing,
                after(authorizing, new ProviderNeedsAction("https://bank.example")),
                after(authorizing, new VoidRequested()),
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
