package com.ecom.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.proof.Effort;
import com.ecom.proof.security.SecurityProof;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** After the journeys, because it leaves the shop as attackers leave a shop. */
@ExtendWith(OneShop.class)
class UnderAttackIT {

    /** What an attack that attacks nothing would not reach. */
    private static final Map<String, Long> AT_LEAST = Map.of(
            "disguised paths", 2_000L,
            "forged tokens, kinds", 60L,
            "foreign things compared with missing ones", 30L,
            "refused writes after which all was as before", 500L,
            "fields that are not the client's, refused", 200L,
            "hostile texts", 3_000L,
            "extremes", 1_300L,
            "requests of the worst caller", 200L,
            "tricks to get past a limit", 30L,
            "units held by one network", 500L);

    @Test
    void nobodyGetsInOrSeesWhatIsNotTheirsOrMakesAServiceFail(RunningShop shop) throws Exception {
        var verdict = SecurityProof.attack(shop.fixture(), Effort.ofABuild());
        undoWhatAnOperatorMayDo(shop);

        assertThat(verdict.violations()).isEmpty();
        AT_LEAST.forEach((figure, least) -> assertThat(verdict.figures().get(figure))
                .as(figure)
                .isInstanceOfSatisfying(
                        Number.class, it -> assertThat(it.longValue()).isGreaterThanOrEqualTo(least)));
    }

    /** Some of the requests that are made up may well be answered; this one lets nobody pay until it is taken back. */
    private static void undoWhatAnOperatorMayDo(RunningShop shop) {
        shop.at("payment-service")
                .as(shop.admin().token())
                .postOnce(
                        "/ops/provider/outage-mode/end",
                        Map.of("reason", "the attack is over"),
                        UUID.randomUUID().toString())
                .good();
    }
}
