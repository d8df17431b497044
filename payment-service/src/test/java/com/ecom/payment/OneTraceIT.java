package com.ecom.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.test.TestSpans;
import com.ecom.test.TestTrace;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A payment belongs to the trace of its purchase, whoever moves it: the order, the clock, or the provider. */
class OneTraceIT extends ProviderTest {

    @Autowired
    TestSpans spans;

    final TestTrace purchase = TestTrace.begun();

    @Test
    void theProviderIsAskedAndItsWebhookHeardInTheTraceOfThePurchase() {
        authorizeIn(purchase, "pm_card_ok");
        heard("payment.authorized.v1");
        await().until(() -> namesOf(purchase).contains("webhook payment.authorized"));

        assertThat(namesOf(purchase))
                .contains("handle payment.authorize.v1", "ask provider: AUTHORIZE", "payment ProviderAuthorized");
        assertThat(allSaidIn(purchase)).isTrue();
    }

    @Test
    void whatOnlyAWebhookTellsIsSaidInTheTraceOfThePurchase() {
        authorizeIn(purchase, "pm_card_authenticate");
        PROVIDER.answerTheBank(
                heard("payment.action-required.v1").path("redirectUrl").asString(), "approve");
        heard("payment.authorized.v1");

        assertThat(allSaidIn(purchase)).isTrue();
    }

    @Test
    void aCallThatWaitsForItsTurnIsMadeInTheTraceOfWhoeverAskedForIt() {
        PROVIDER.behave("{\"outage\": true}");
        authorizeIn(purchase, "pm_card_ok");
        await().until(() -> namesOf(purchase).stream()
                        .filter(it -> it.equals("ask provider: AUTHORIZE"))
                        .count()
                >= 2);
    }

    private void authorizeIn(TestTrace trace, String paymentMethod) {
        broker.sendIn(
                trace,
                "payment.commands",
                order,
                "payment.authorize.v1",
                Map.of(
                        "orderId",
                        order,
                        "customerId",
                        customer.id(),
                        "amount",
                        usd(AMOUNT),
                        "paymentMethod",
                        paymentMethod));
    }

    private List<String> namesOf(TestTrace trace) {
        return spans.of(trace).stream().map(TestSpans.Ended::name).toList();
    }

    private boolean allSaidIn(TestTrace trace) {
        return broker.published("payment.events", order).stream()
                .allMatch(it -> String.valueOf(it.traceparent()).contains(trace.id()));
    }
}
