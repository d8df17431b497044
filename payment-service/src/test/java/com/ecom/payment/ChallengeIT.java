package com.ecom.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

/** The customer at the bank's page, from the order's wish to the provider's webhook. */
class ChallengeIT extends ProviderTest {

    @Test
    void theBanksPageAsksAndAnApprovalPutsTheMoneyAside() {
        var url = challenged();
        assertThat(PROVIDER.read(url)).contains("Pay USD 29.98?", "Approve", "Decline");
        PROVIDER.answerTheBank(url, "approve");

        heard("payment.authorized.v1");
        assertThat(PROVIDER.read(url)).contains("This payment is authorized.").doesNotContain("Approve");
        assertThat(PROVIDER.payment(order).path("authorizations").asInt()).isEqualTo(1);
    }

    @Test
    void aRefusalFailsThePayment() {
        PROVIDER.answerTheBank(challenged(), "decline");

        assertThat(heard("payment.failed.v1").path("reason").asString()).isEqualTo("authentication_failed");
        assertThat(PROVIDER.payment(order).path("authorizations").asInt()).isZero();
    }

    @Test
    void aCustomerWhoLeavesIsNotWaitedForForEver() {
        PROVIDER.behave("{\"challengeMillis\": 1000}");
        var url = challenged();

        assertThat(heard("payment.failed.v1").path("reason").asString()).isEqualTo("authentication_expired");
        PROVIDER.answerTheBank(url, "approve");
        assertThat(PROVIDER.payment(order).path("status").asString()).isEqualTo("declined");
    }

    @Test
    void aCustomerWhoLeavesIsNotWaitedForEvenIfTheWebhookGetsLost() {
        PROVIDER.behave("{\"challengeMillis\": 500, \"loseWebhooks\": 1}");
        challenged();
        longAgo();

        assertThat(heard("payment.failed.v1").path("reason").asString()).isEqualTo("authentication_expired");
    }

    @Test
    void anOrderThatIsGivenUpLetsTheQuestionGo() {
        var url = challenged();
        giveUp();
        heard("payment.voided.v1");
        PROVIDER.answerTheBank(url, "approve");

        assertThat(PROVIDER.payment(order).path("status").asString()).isEqualTo("voided");
        assertThat(silentAbout("payment.authorized.v1")).isTrue();
    }

    @Test
    void aRepeatedCommandFindsTheSamePage() {
        var url = challenged();
        authorize("pm_card_authenticate");
        authorize("pm_card_authenticate");

        await().until(() -> broker.published("payment.events", order, "payment.action-required.v1")
                        .size()
                == 3);
        assertThat(broker.published("payment.events", order, "payment.action-required.v1"))
                .allSatisfy(it -> assertThat(it.path("redirectUrl").asString()).isEqualTo(url));
    }

    private String challenged() {
        authorize("pm_card_authenticate");
        return heard("payment.action-required.v1").path("redirectUrl").asString();
    }
}
