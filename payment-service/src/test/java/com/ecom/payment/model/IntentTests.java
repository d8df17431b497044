package com.ecom.payment.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.core.money.Money;
import com.ecom.payment.model.IntentFact.AuthorizeAsked;
import com.ecom.payment.model.IntentFact.CaptureAsked;
import com.ecom.payment.model.IntentFact.ProviderAuthorized;
import com.ecom.payment.model.IntentFact.ProviderCaptured;
import com.ecom.payment.model.IntentFact.ProviderDeclined;
import com.ecom.payment.model.IntentFact.ProviderNeedsAction;
import com.ecom.payment.model.IntentFact.ProviderRefusedCapture;
import com.ecom.payment.model.IntentFact.ProviderVoided;
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

    private static final List<IntentFact> FACTS = List.of(
            new AuthorizeAsked(),
            new CaptureAsked(),
            new VoidAsked(),
            new ProviderAuthorized(),
            new ProviderDeclined("card_declined"),
            new ProviderNeedsAction("https://bank.example"),
            new ProviderCaptured(),
            new ProviderRefusedCapture("expired"),
            new ProviderVoided());

    /** Every pair of state and fact that is not in this table must change nothing, ask nothing and say nothing. */
    private static final Map<String, String> TABLE = new TreeMap<>(Map.ofEntries(
            Map.entry("None + AuthorizeAsked", "Authorizing, AUTHORIZE"),
            Map.entry("None + VoidAsked", "Voided, PaymentVoided"),
            Map.entry("None + CaptureAsked", "None, PaymentCaptureFailed"),
            Map.entry("Authorizing + ProviderAuthorized", "Authorized, PaymentAuthorized"),
            Map.entry("Authorizing + ProviderNeedsAction", "ActionRequired, PaymentActionRequired"),
            Map.entry("Authorizing + ProviderDeclined", "Failed, PaymentFailed"),
            Map.entry("Authorizing + VoidAsked", "CancelPending"),
            Map.entry("ActionRequired + ProviderAuthorized", "Authorized, PaymentAuthorized"),
            Map.entry("ActionRequired + ProviderDeclined", "Failed, PaymentFailed"),
            Map.entry("ActionRequired + AuthorizeAsked", "ActionRequired, PaymentActionRequired"),
            Map.entry("ActionRequired + VoidAsked", "Voiding, VOID"),
            Map.entry("CancelPending + ProviderAuthorized", "Voiding, VOID"),
            Map.entry("CancelPending + ProviderNeedsAction", "Voiding, VOID"),
            Map.entry("CancelPending + ProviderDeclined", "Voided, PaymentVoided"),
            Map.entry("Authorized + AuthorizeAsked", "Authorized, PaymentAuthorized"),
            Map.entry("Authorized + CaptureAsked", "Capturing, CAPTURE"),
            Map.entry("Authorized + VoidAsked", "Voiding, VOID"),
            Map.entry("Capturing + ProviderCaptured", "Captured, PaymentCaptured"),
            Map.entry("Capturing + ProviderRefusedCapture", "CaptureFailed, PaymentCaptureFailed"),
            Map.entry("Captured + CaptureAsked", "Captured, PaymentCaptured"),
            Map.entry("Captured + VoidAsked", "Voiding, VOID"),
            Map.entry("CaptureFailed + CaptureAsked", "CaptureFailed, PaymentCaptureFailed"),
            Map.entry("CaptureFailed + VoidAsked", "Voiding, VOID"),
            Map.entry("Voiding + ProviderVoided", "Voided, PaymentVoided"),
            Map.entry("Voided + VoidAsked", "Voided, PaymentVoided"),
            Map.entry("Voided + AuthorizeAsked", "Voided, PaymentVoided"),
            Map.entry("Voided + CaptureAsked", "Voided, PaymentCaptureFailed"),
            Map.entry("Voided + ProviderAuthorized", "Voiding, VOID"),
            Map.entry("Failed + AuthorizeAsked", "Failed, PaymentFailed"),
            Map.entry("Failed + CaptureAsked", "Failed, PaymentCaptureFailed"),
            Map.entry("Failed + VoidAsked", "Voided, PaymentVoided"),
            Map.entry("Failed + ProviderAuthorized", "Voiding, VOID")));

    @Test
    void everyFactInEveryStateDoesWhatTheTableSays() {
        var actual = new TreeMap<String, String>();
        for (var intent : inEveryState()) {
            for (var fact : FACTS) {
                var step = intent.on(fact);
                var outcome = Stream.of(
                                step.calls().stream().map(Enum::name),
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
