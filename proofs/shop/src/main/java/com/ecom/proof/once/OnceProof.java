package com.ecom.proof.once;

import com.ecom.local.LocalShop;
import com.ecom.local.stack.Plan;
import com.ecom.proof.Effort;
import com.ecom.proof.SeededProof;
import com.ecom.proof.Verdict;
import com.ecom.proof.chaos.Goods;
import java.util.ArrayList;

/** Asks for the same order many times at once, and tells the shop about payments what is not so, or is known. */
public final class OnceProof implements SeededProof {

    @Override
    public String name() {
        return "once";
    }

    @Override
    public String promise() {
        return "One key is one order and one webhook one effect, however often they come; a forged webhook has none";
    }

    @Override
    public Verdict prove(Effort effort) throws Exception {
        effort.say("Opening a shop");
        try (var shop = LocalShop.named("once", Plan.forTrials().withForwardedAddresses())) {
            shop.startAll();
            var sku = Goods.plenty(shop).getFirst();
            return demand(
                    new Stage(shop.gateway(), shop.paymentProvider(), shop.management("payment-service"), sku, () -> {
                        shop.kill("order-service");
                        shop.start("order-service");
                    }),
                    effort);
        }
    }

    /** The same on a shop that is open already. */
    public static Verdict demand(Stage stage, Effort effort) throws Exception {
        var violations = new ArrayList<String>();
        var figures = Verdict.newFigures();
        var keys = new IdempotencyAttacks(stage, effort);
        keys.insist();
        violations.addAll(keys.violations());
        figures.putAll(keys.figures());
        var hooks = new WebhookAttacks(stage, effort);
        hooks.lieAndRepeat();
        violations.addAll(hooks.violations());
        figures.putAll(hooks.figures());
        return Verdict.of(violations, figures);
    }
}
