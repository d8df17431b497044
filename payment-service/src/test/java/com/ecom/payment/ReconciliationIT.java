package com.ecom.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ecom.core.security.AccessPolicy.Role;
import com.ecom.test.TestIssuer;
import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ReconciliationIT extends ProviderTest {

    private static final String PATH = "/ops/reconciliation";

    private final Instant begin = Instant.now().minusSeconds(1);

    @Test
    void findsNothingWhereTheBooksAgree() {
        captured();
        longAgo();

        assertThat(differenceIn(run(true)).isMissingNode()).isTrue();
        assertThat(run(true).path("compared").asInt()).isPositive();
    }

    @Test
    void showsFirstAndThenMakesGoodWhatTheProvidersWordMakesGood() {
        authorize("pm_card_ok");
        heard("payment.authorized.v1");
        jdbc.sql(
                        "update payment_intent set state = 'CAPTURING', updated_at = now(3) - interval 3 minute where order_id = ?")
                .param(order)
                .update();
        PROVIDER.behave("{\"loseWebhooks\": 1}");
        PROVIDER.operate("/" + order + "/capture", "{}");

        var preview = differenceIn(run(true));
        assertThat(preview.path("kind").asString()).isEqualTo("STATE");
        assertThat(preview.path("healed").asBoolean()).isTrue();
        run(false);
        heard("payment.captured.v1");
        assertThat(stateOf()).isEqualTo("CAPTURED");
        longAgo();
        assertThat(differenceIn(run(true)).isMissingNode()).isTrue();
    }

    @Test
    void saysWhatOnlyTheProviderKnows() {
        PROVIDER.behave("{\"loseWebhooks\": 1}");
        PROVIDER.operate("", """
                {"orderId": "%s", "amount": 500, "currency": "USD", "paymentMethod": "pm_card_ok"}
                """.formatted(order));

        var difference = differenceIn(run(false));
        assertThat(difference.path("kind").asString()).isEqualTo("UNKNOWN_HERE");
        assertThat(difference.path("healed").asBoolean()).isFalse();
        assertThat(difference.path("theirs").asString()).contains("AUTHORIZED", "500 USD");
    }

    @Test
    void saysWhatOnlyWeKnow() {
        jdbc.sql("""
                insert into payment_intent (id, order_id, customer_id, amount, currency, payment_method, state, updated_at)
                values (?, ?, ?, 500, 'USD', 'pm_card_ok', 'CAPTURED', now(3) - interval 3 minute)
                """)
                .params(
                        UuidCreator.getTimeOrderedEpoch().toString(),
                        order,
                        UUID.randomUUID().toString())
                .update();

        assertThat(differenceIn(run(true)).path("kind").asString()).isEqualTo("UNKNOWN_THERE");
        jdbc.sql("delete from payment_intent where order_id = ?").param(order).update();
    }

    @Test
    void saysWhereAmountsAndRefundsDiffer() {
        captured();
        PROVIDER.behave("{\"loseWebhooks\": 1}");
        PROVIDER.operate(
                "/" + order + "/refunds", "{\"refundId\": \"%s\", \"amount\": 100}".formatted(UUID.randomUUID()));
        longAgo();
        assertThat(differenceIn(run(true)).path("kind").asString()).isEqualTo("REFUNDS");

        jdbc.sql("update payment_intent set amount = amount - 1 where order_id = ?")
                .param(order)
                .update();
        longAgo();
        assertThat(differenceIn(run(true)).path("kind").asString()).isEqualTo("AMOUNT");
    }

    @Test
    void makesGoodWhatItWasNotToldOfARefundThatFailedAfterItWasDone() {
        captured("pm_card_refund_fails_later");
        PROVIDER.behave("{\"loseWebhooks\": 1}");
        command(
                "payment.refund.v1",
                Map.of("orderId", order, "refundId", UUID.randomUUID().toString(), "amount", usd(100)));
        heard("payment.refunded.v1");
        await().until(() -> PROVIDER.payment(order).path("returned").asLong() == 0);
        longAgo();
        assertThat(silentAbout("payment.refund.failed.v1")).isTrue();

        var difference = differenceIn(run(false));
        assertThat(difference.path("kind").asString()).isEqualTo("REFUNDS");
        assertThat(difference.path("healed").asBoolean()).isTrue();
        heard("payment.refund.failed.v1");
        longAgo();
        assertThat(differenceIn(run(true)).isMissingNode()).isTrue();
    }

    @Test
    void aPassIsCarriedOutOncePerKeyAndOnTheRecord() {
        captured();
        longAgo();
        var key = UUID.randomUUID().toString();
        var wish = wish(false);
        var first = body(post(PATH, key, wish).expectStatus().isOk());
        PROVIDER.behave("{\"outage\": true}");
        var again = post(PATH, key, wish);
        PROVIDER.behave("{}");

        assertThat(body(again.expectStatus().isOk()).path("affected")).isEqualTo(first.path("affected"));
        assertThat(jdbc.sql("select count(*) from ops_audit where action = 'reconciliation.run' and actor = ?")
                        .param(operator.id().toString())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        var pass = StreamSupport.stream(get(PATH).path("items").spliterator(), false)
                .filter(it -> it.path("actor").asString("").equals(operator.id().toString()))
                .findFirst()
                .orElseThrow();
        assertThat(pass.path("kind").asString()).isEqualTo("FULL");
        assertThat(get(PATH + "/" + pass.path("passId").asString()).path("pass"))
                .isEqualTo(pass);
    }

    @Test
    void saysSoWhenTheProviderDoesNotAnswer() {
        PROVIDER.behave("{\"outage\": true}");

        assertThat(body(post(PATH, UUID.randomUUID().toString(), wish(false))
                                .expectStatus()
                                .isEqualTo(503))
                        .path("code")
                        .asString())
                .isEqualTo("PROVIDER_UNAVAILABLE");
    }

    @Test
    void takesOnlySomeTimeThatIsOneAndOnlyFromOperators() {
        var backwards = "{\"from\": \"%s\", \"until\": \"%s\", \"reason\": \"a test\"}"
                .formatted(begin, begin.minus(Duration.ofHours(1)));
        post(PATH, UUID.randomUUID().toString(), backwards).expectStatus().isBadRequest();
        shop.as(TestIssuer.bearer(Role.SUPPORT))
                .get()
                .uri(PATH)
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    private JsonNode run(boolean dryRun) {
        var answer = body(post(PATH, UUID.randomUUID().toString(), wish(dryRun))
                .expectStatus()
                .isOk());
        assertThat(answer.path("dryRun").asBoolean()).isEqualTo(dryRun);
        return answer;
    }

    private String wish(boolean dryRun) {
        return "{\"from\": \"%s\", \"until\": \"%s\", \"reason\": \"a test\", \"dryRun\": %s}"
                .formatted(begin, Instant.now().plusSeconds(1), dryRun);
    }

    /** About this test's payment. */
    private JsonNode differenceIn(JsonNode answer) {
        for (var it : answer.path("differences")) {
            if (it.path("orderId").asString().equals(order)) {
                return it;
            }
        }
        return answer.path("none");
    }
}
