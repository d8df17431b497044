package com.ecom.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.proof.Effort;
import com.ecom.proof.security.SecurityProof;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** After the journeys, because it leaves the shop as attackers leave a shop. */
@ExtendWith(OneShop.class)
class UnderAttackIT {

    @Test
    void nobodyGetsInOrSeesWhatIsNotTheirsOrMakesAServiceFail(RunningShop shop) throws Exception {
        var verdict = SecurityProof.attack(shop.ground(), Effort.ofABuild());

        assertThat(verdict.violations()).isEmpty();
        assertThat(verdict.figures())
                .hasEntrySatisfying(
                        "disguised paths", it -> assertThat((Integer) it).isGreaterThanOrEqualTo(2_000));
        assertThat(verdict.figures())
                .hasEntrySatisfying(
                        "forged tokens, kinds", it -> assertThat((Integer) it).isGreaterThanOrEqualTo(60));
    }
}
