package com.ecom.proof.security;

import com.ecom.local.LocalShop;
import com.ecom.local.stack.Checkout;
import com.ecom.local.stack.Names;
import com.ecom.local.stack.Plan;
import com.ecom.local.stack.StackFolder;
import com.ecom.proof.Effort;
import com.ecom.proof.SeededProof;
import com.ecom.proof.Verdict;
import com.ecom.proof.security.fixture.AttackClient;
import com.ecom.proof.security.fixture.Fixture;
import com.ecom.proof.security.fixture.Outcome;
import com.ecom.proof.security.fixture.Resources;
import com.ecom.proof.security.fixture.TrustedIssuer;
import com.ecom.shop.CatalogueFile;
import com.ecom.shop.CatalogueImport;
import com.ecom.shop.Gateway;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.concurrent.Executors;

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
        try (var issuer = new TrustedIssuer();
                var shop = LocalShop.named(SHOP, Plan.forTrials().withEnvironment(issuer.environment()))) {
            effort.say("Opening a shop");
            shop.start(Names.SERVICES.toArray(String[]::new));
            issuer.besides(shop.address("auth-service"));
            var anybody = Gateway.at(shop.gateway().toString());
            var sample = checkout.sampleCatalogue();
            new CatalogueImport(() -> anybody.loggedIn(shop.adminEmail(), shop.adminPassword()), (_, _, _) -> {})
                    .run(new CatalogueFile(sample));
            var logs = new StackFolder(checkout.ownFolder().resolve(SHOP)).logs();
            return attack(new Fixture(shop::address, issuer, logs), effort);
        }
    }

    /** Attacks a shop that is open already, has the sample catalogue and trusts the issuer. */
    public static Verdict attack(Fixture fixture, Effort effort) throws Exception {
        var violations = new ArrayList<String>();
        var figures = Verdict.newFigures();
        var asking = new AttackClient();
        var attacks = new LinkedHashMap<String, Attack>();
        attacks.put("forged tokens", () -> new TokenAttack(fixture, asking).run());
        attacks.put("hidden paths", () -> new HiddenPaths(fixture).run(effort.size(2_000, 20_000)));
        attacks.put("smuggling", () -> new Smuggling(fixture).run());
        attacks.put("who may what", () -> {
            var end = new EndOfSession(fixture, asking);
            var outcome = end.run();
            return outcome.and(new Matrix(fixture, asking, Resources.of(fixture), end.token()).run());
        });
        attacks.put("somebody else's", () -> new ForeignResources(fixture, asking, Resources.of(fixture)).run());
        attacks.put("tampered quotes", () -> new QuoteTampering(fixture).run());
        attacks.put(
                "refused writes",
                () -> new FailedWrites(fixture, asking, Resources.of(fixture))
                        .run(effort.size(1, 20), effort.size(6, 1), effort.seed()));
        attacks.put("one against all, tricks with limits, hoarding", () -> {
            try (var door = StrictDoor.open(fixture);
                    var beside = Executors.newVirtualThreadPerTaskExecutor()) {
                var worst = new OneAgainstAll(fixture, door.address()).run(effort.size(8, 60));
                // Whoever guesses waits most of the time, and at limits that nobody else here comes to.
                var lockOuts = beside.submit(() -> new LockOuts(door.address()).run());
                return worst.and(new LimitTricks(fixture, door.address()).run())
                        .and(new Hoarding(fixture, door.address()).run(effort.size(4, 40)))
                        .and(lockOuts.get());
            }
        });
        // Before somebody makes up products that cannot be bought.
        attacks.put("canaries", () -> new Canaries(fixture, asking).run());
        attacks.put(
                "made-up requests",
                () -> new Fuzz(fixture, asking, Resources.of(fixture))
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
