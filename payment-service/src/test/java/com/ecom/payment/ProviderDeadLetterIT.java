package com.ecom.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.test.TestIssuer;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ProviderDeadLetterIT extends ProviderTest {

    private static final String LETTERS = "/ops/provider/dead-letters";

    @Test
    void whatTheProviderRefusesForGoodIsKeptAndMadeAgainOnRequest() {
        PROVIDER.behave("{\"refuse\": 1}");
        authorize("pm_card_ok");

        var letter = letter();
        assertThat(letter.path("kind").asString()).isEqualTo("REFUSED");
        assertThat(letter.path("operation").asString()).isEqualTo("AUTHORIZE");
        assertThat(letter.path("attempts").asInt()).isEqualTo(1);
        assertThat(letter.path("error").asString()).contains("400");
        assertThat(letter.path("stillWanted").asBoolean()).isTrue();
        assertThat(get(LETTERS + "/" + letter.path("id").asString())).isEqualTo(letter);

        PROVIDER.behave("{}");
        assertThat(affected(LETTERS + "/requeue", mine("\"dryRun\": true"))).isEqualTo(1);
        assertThat(PROVIDER.knows(order)).isFalse();
        assertThat(affected(LETTERS + "/requeue", mine("\"kind\": \"REFUSED\"")))
                .isEqualTo(1);
        heard("payment.authorized.v1");
        assertThat(PROVIDER.payment(order).path("authorizations").asInt()).isEqualTo(1);
        assertThat(listed("REQUEUED")).hasSize(1);
        assertThat(audited("provider.dead-letters.requeue")).isEqualTo(1);
    }

    @Test
    void whatNobodyAnswersInAllItsAttemptsIsKeptToo() {
        PROVIDER.behave("{\"outage\": true}");
        authorize("pm_card_ok");

        var letter = letter();
        assertThat(letter.path("kind").asString()).isEqualTo("EXHAUSTED");
        assertThat(letter.path("attempts").asInt()).isEqualTo(3);
        PROVIDER.behave("{}");
        affected(LETTERS + "/requeue", mine("\"operation\": \"AUTHORIZE\""));
        heard("payment.authorized.v1");
    }

    @Test
    void anOrderThatIsGivenUpEndsAlthoughItsAuthorizationWasPutAside() {
        PROVIDER.behave("{\"refuse\": 1}");
        authorize("pm_card_ok");
        letter();
        giveUp();
        await().until(() -> stateOf().equals("CANCEL_PENDING"));
        longAgo();

        heard("payment.voided.v1");
        assertThat(PROVIDER.knows(order)).isFalse();
        PROVIDER.behave("{}");
        assertThat(letter().path("stillWanted").asBoolean()).isFalse();
        assertThat(affected(LETTERS + "/requeue", mine("\"dryRun\": false"))).isZero();
        assertThat(affected(LETTERS + "/discard", mine("\"dryRun\": true"))).isEqualTo(1);
        assertThat(affected(LETTERS + "/discard", mine("\"dryRun\": false"))).isEqualTo(1);
        assertThat(listed("WAITING")).isEmpty();
    }

    @Test
    void aRefundThatWasPutAsideIsGivenOnceItIsMadeAgain() {
        captured();
        PROVIDER.behave("{\"refuse\": 1}");
        var refund = UUID.randomUUID().toString();
        command("payment.refund.v1", Map.of("orderId", order, "refundId", refund, "amount", usd(1_000)));
        assertThat(letter().path("refundId").asString()).isEqualTo(refund);
        assertThat(silentAbout("payment.refund.failed.v1")).isTrue();

        PROVIDER.behave("{}");
        affected(LETTERS + "/requeue", mine("\"operation\": \"REFUND\""));
        heard("payment.refunded.v1");
        assertThat(PROVIDER.payment(order).path("returned").asLong()).isEqualTo(1_000);
    }

    @Test
    void aRequeueIsCarriedOutOncePerKeyAndNeedsAReason() {
        PROVIDER.behave("{\"refuse\": 1}");
        authorize("pm_card_ok");
        letter();
        var key = UUID.randomUUID().toString();
        var wish = mine("\"dryRun\": false");

        var first = body(post(LETTERS + "/discard", key, wish).expectStatus().isOk());
        assertThat(body(post(LETTERS + "/discard", key, wish).expectStatus().isOk()))
                .isEqualTo(first);
        post(LETTERS + "/discard", key, mine("\"dryRun\": false, \"kind\": \"REFUSED\""))
                .expectStatus()
                .isEqualTo(422);
        post(LETTERS + "/discard", UUID.randomUUID().toString(), "{\"orderId\": \"" + order + "\"}")
                .expectStatus()
                .isBadRequest();
        assertThat(audited("provider.dead-letters.discard")).isEqualTo(1);
    }

    @Test
    void onlyOperatorsSeeThem() {
        for (var role : new Role[] {Role.CUSTOMER, Role.SUPPORT}) {
            shop.as(TestIssuer.bearer(role))
                    .get()
                    .uri(LETTERS)
                    .exchange()
                    .expectStatus()
                    .isForbidden();
        }
    }

    private JsonNode letter() {
        return await().until(() -> listed("WAITING"), it -> !it.isEmpty()).path(0);
    }

    private JsonNode listed(String state) {
        return get(LETTERS + "?orderId=" + order + "&state=" + state).path("items");
    }

    private String mine(String more) {
        return "{\"orderId\": \"%s\", \"reason\": \"a test\", %s}".formatted(order, more);
    }

    /** By this test's operator. */
    private long audited(String action) {
        return jdbc.sql("select count(*) from ops_audit where action = ? and actor = ?")
                .params(action, operator.id().toString())
                .query(Long.class)
                .single();
    }
}
