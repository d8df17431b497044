package com.ecom.proof.security;

import com.ecom.local.LocalShop;
import com.ecom.local.stack.Checkout;
import com.ecom.local.stack.Names;
import com.ecom.local.stack.Plan;
import com.ecom.local.stack.StackFolder;
import com.ecom.proof.Effort;
import com.ecom.proof.SeededProof;
import com.ecom.proof.Verdict;
import com.ecom.proof.security.ground.AttackClient;
import com.ecom.proof.security.ground.Ground;
import com.ecom.proof.security.ground.Mint;
import com.ecom.proof.security.ground.Outcome;
import com.ecom.proof.security.ground.Things;
import com.ecom.shop.CatalogueFile;
import com.ecom.shop.CatalogueImport;
import com.ecom.shop.Gateway;
import java.util.ArrayList;
import java.util.LinkedHashMap;

/** Attacks a whole shop: its gateway, and every service behind the gateway's back. */
public final class SecurityProof implements SeededProof {

    private static final String SHOP = "security";
    private static final int SAID_AT_ONCE = 5;

    @Override
    public String name() {
        return "security";
    }

    @Override
    public String promise() {
        return "Nobody gets in with a forged token, reaches what is hidden, sees what is somebody else's, makes a"
                + " service fail, shuts a door for others or finds people in its logs";
    }

    @Override
    public Verdict prove(Effort effort) throws Exception {
        var checkout = Checkout.find();
        try (var mint = new Mint();
                var shop = LocalShop.named(SHOP, Plan.forTrials().telling(mint.told()))) {
            effort.say("Opening a shop");
            shop.start(Names.SERVICES.toArray(String[]::new));
            mint.besides(shop.address("auth-service"));
            var anybody = Gateway.at(shop.gateway().toString());
            var sample = checkout.sampleCatalogue();
            new CatalogueImport(() -> anybody.loggedIn(shop.adminEmail(), shop.adminPassword()), (_, _, _) -> {})
                    .run(new CatalogueFile(sample));
            var logs = new StackFolder(checkout.ownFolder().resolve(SHOP)).logs();
            return attack(new Ground(shop::address, mint, logs), effort);
        }
    }

    /** Attacks a shop that is open already, has the sample catalogue and trusts the mint. */
    public static Verdict attack(Ground ground, Effort effort) throws Exception {
        var violations = new ArrayList<String>();
        var figures = Verdict.newFigures();
        var asking = new AttackClient();
        var attacks = new LinkedHashMap<String, Attack>();
        attacks.put("forged tokens", () -> new TokenAttack(ground, asking).run());
        attacks.put("hidden paths", () -> new HiddenPaths(ground).run(effort.size(2_000, 20_000)));
        attacks.put("smuggling", () -> new Smuggling(ground).run());
        attacks.put("who may what", () -> {
            var end = new EndOfSession(ground, asking);
            var outcome = end.run();
            return outcome.and(new Matrix(ground, asking, Things.of(ground), end.token()).run());
        });
        attacks.put("somebody else's", () -> new ForeignThings(ground, asking, Things.of(ground)).run());
        attacks.put("tampered quotes", () -> new QuoteTampering(ground).run());
        attacks.put(
                "refused writes",
                () -> new FailedWrites(ground, asking, Things.of(ground))
                        .run(effort.size(1, 20), effort.size(6, 1), effort.seed()));
        attacks.put("one against all, tricks with limits, hoarding", () -> {
            try (var door = StrictDoor.open(ground)) {
                return new OneAgainstAll(ground, door.address())
                        .run(effort.size(8, 60))
                        .and(new LockOuts(door.address()).run())
                        .and(new LimitTricks(ground, door.address()).run())
                        .and(new Hoarding(ground, door.address()).run(effort.size(4, 40)));
            }
        });
        // Before somebody makes up products that cannot be bought.
        attacks.put("canaries", () -> new Canaries(ground, asking).run());
        attacks.put(
                "made-up requests",
                () -> new Fuzz(ground, asking, Things.of(ground))
                        .run(effort.size(3, 500), effort.size(6, 1), effort.seed(), effort::say));
        for (var attack : attacks.entrySet()) {
            var began = System.nanoTime();
            var outcome = attack.getValue().run();
            violations.addAll(outcome.violations());
            figures.putAll(outcome.figures());
            effort.say("%s: %d violations after %.1f s"
                    .formatted(
                            attack.getKey(),
                            outcome.violations().size(),
                            (System.nanoTime() - began) / 1_000_000_000.0));
            outcome.violations().stream().limit(SAID_AT_ONCE).forEach(effort::say);
        }
        return Verdict.of(violations, figures);
    }

    @FunctionalInterface
    private interface Attack {
        Outcome run() throws Exception;
    }
}
