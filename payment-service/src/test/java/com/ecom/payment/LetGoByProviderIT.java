package com.ecom.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

/** What the provider lets go by itself, by time, by a rule or by somebody's hand, is heard whatever we are waiting for. */
class LetGoByProviderIT extends ProviderTest {

    @Test
    void anOrderThatIsGivenUpMeanwhileEnds() {
        authorizedWithoutOurKnowing();
        giveUp();
        await().until(() -> stateOf().equals("CANCEL_PENDING"));
        PROVIDER.operate("/" + order + "/void", "{}");
        PROVIDER.behave("{}");

        heard("payment.voided.v1");
        assertThat(stateOf()).isEqualTo("VOIDED");
    }

    @Test
    void anOrderThatWaitsForItsAuthorizationHearsThatThereIsNone() {
        authorizedWithoutOurKnowing();
        PROVIDER.operate("/" + order + "/expire", "{}");
        PROVIDER.behave("{}");

        assertThat(heard("payment.failed.v1").path("reason").asString()).isEqualTo("let_go_by_provider");
    }

    @Test
    void anOrderThatWaitsForItsCustomerHearsThatNobodyIsAskedAnyMore() {
        authorize("pm_card_authenticate");
        heard("payment.action-required.v1");
        PROVIDER.operate("/" + order + "/expire", "{}");

        heard("payment.failed.v1");
    }

    @Test
    void anOrderThatAsksToCaptureHearsThatThereIsNothingToCapture() {
        PROVIDER.behave("{\"loseWebhooks\": 1}");
        authorize("pm_card_ok");
        heard("payment.authorized.v1");
        PROVIDER.operate("/" + order + "/expire", "{}");
        capture();

        heard("payment.capture.failed.v1");
        giveUp();
        heard("payment.voided.v1");
        assertThat(PROVIDER.payment(order).path("captures").asInt()).isZero();
    }

    @Test
    void anOrderHearsItBeforeItAsksToCapture() {
        PROVIDER.behave("{\"letGo\": 1}");
        authorize("pm_card_ok");
        heard("payment.authorized.v1");

        heard("payment.capture.failed.v1");
        assertThat(stateOf()).isEqualTo("CAPTURE_FAILED");
    }

    private void authorizedWithoutOurKnowing() {
        PROVIDER.behave("{\"timeoutAfterEffect\": 1, \"loseWebhooks\": 1}");
        authorize("pm_card_ok");
        await().until(() -> PROVIDER.knows(order));
    }
}
