package com.ecom.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.proof.Effort;
import com.ecom.proof.once.OnceProof;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OneShop.class)
class OnceIT {

    @Test
    void oneKeyIsOneOrderAndOneWebhookOneEffectHoweverOftenTheyCome(RunningShop shop) throws Exception {
        var verdict = OnceProof.demand(shop.stage(), Effort.ofABuild());

        verdict.figures().forEach((figure, value) -> System.out.printf("G13, G14 %-40s %s%n", figure, value));
        assertThat(verdict.violations()).isEmpty();
    }
}
