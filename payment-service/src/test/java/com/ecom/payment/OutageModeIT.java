package com.ecom.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class OutageModeIT extends ProviderTest {

    private static final String OUTAGE = "/ops/provider/outage-mode";
    private static final String BEGIN = "{\"minutes\": 5, \"reason\": \"they told us\"}";
    private static final String END = "{\"reason\": \"it works again\"}";

    @Autowired
    MeterRegistry meters;

    @AfterEach
    void itIsOver() {
        affected(OUTAGE + "/end", END);
        await().until(() -> !isNoticed());
    }

    @Test
    void nobodyIsAskedUntilSomebodyEndsItAndThenAtOnce() {
        begin();
        authorize("pm_card_ok");
        await().until(() -> stateOf().equals("AUTHORIZING"));

        assertThat(get(OUTAGE).path("on").asBoolean()).isTrue();
        assertThat(get(OUTAGE).path("notice").path("reason").asString()).isEqualTo("they told us");
        await().during(Duration.ofSeconds(2)).until(() -> !PROVIDER.knows(order));
        assertThat(attempts()).isZero();

        affected(OUTAGE + "/end", END);
        heard("payment.authorized.v1");
        assertThat(get(OUTAGE).path("on").asBoolean()).isFalse();
    }

    @Test
    void endsByItself() {
        begin();
        authorize("pm_card_ok");
        await().until(() -> stateOf().equals("AUTHORIZING"));
        jdbc.sql("update provider_outage set until_at = now(3)").update();

        heard("payment.authorized.v1");
    }

    @Test
    void anOrderThatIsGivenUpMeanwhileIsNotChargedAfterwards() {
        begin();
        authorize("pm_card_ok");
        giveUp();
        await().until(() -> stateOf().equals("CANCEL_PENDING"));
        affected(OUTAGE + "/end", END);

        heard("payment.voided.v1");
        assertThat(PROVIDER.payment(order).path("status").asString()).isEqualTo("voided");
        assertThat(silentAbout("payment.authorized.v1")).isTrue();
    }

    @Test
    void webhooksAreStillTaken() {
        authorize("pm_card_authenticate");
        var url = heard("payment.action-required.v1").path("redirectUrl").asString();
        begin();
        PROVIDER.answerTheBank(url, "approve");

        heard("payment.authorized.v1");
    }

    @Test
    void lastsADayAtMostAndNeedsAReason() {
        for (var wish : new String[] {
            "{\"minutes\": 1441, \"reason\": \"long\"}", "{\"minutes\": 0, \"reason\": \"short\"}", "{\"minutes\": 5}"
        }) {
            post(OUTAGE, UUID.randomUUID().toString(), wish).expectStatus().isBadRequest();
        }
        assertThat(get(OUTAGE).path("on").asBoolean()).isFalse();
    }

    private void begin() {
        affected(OUTAGE, BEGIN);
        await().until(this::isNoticed);
    }

    /** By those who make calls. */
    private boolean isNoticed() {
        return meters.get("ecom.payment.provider.outage-mode").gauge().value() == 1;
    }

    private int attempts() {
        return jdbc.sql("""
                select c.attempts from provider_call c join payment_intent i on i.id = c.intent_id where i.order_id = ?
                """).param(order).query(Integer.class).single();
    }
}
