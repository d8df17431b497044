package com.ecom.proof.chaos;

import com.ecom.local.LocalShop;
import com.ecom.local.stack.Plan;
import com.ecom.proof.Effort;
import com.ecom.proof.Proof;
import com.ecom.proof.Verdict;
import java.time.Duration;

/**
 * Takes away one dependency after the other, and slows each down: what can go on goes on, what cannot says so clearly,
 * nothing that was accepted is lost or given up, and everything recovers by itself.
 */
public final class OutageProof implements Proof {

    @Override
    public String name() {
        return "outages";
    }

    @Override
    public String promise() {
        return "Without any one of its dependencies, or with a slow one, the shop does what it still can, refuses the rest, "
                + "and recovers by itself";
    }

    @Override
    public Verdict prove(Effort effort) throws Exception {
        var plan = Plan.forTrials().withForwardedAddresses();
        try (var wires = Wires.beside(plan.ports())) {
            wires.set("order-service", "ECOM_ORDERS_GRACE", "5s");
            try (var shop = LocalShop.named("outages", wires.into(plan))) {
                effort.say("Opening a shop");
                shop.startAll();
                var length = Duration.ofSeconds(effort.size(10, 60));
                var trial = new OutageTrial(effort, shop, wires, Goods.plenty(shop), length);
                new Absences(trial).run();
                new Delays(trial).run();
                nothingIsLost(trial);
                return Verdict.of(trial.violations, trial.figures);
            }
        }
    }

    private static void nothingIsLost(OutageTrial trial) throws Exception {
        trial.begin("afterwards");
        trial.allBecome("CONFIRMED");
        trial.recovers(
                "quiet",
                () -> trial.books.count(
                                "select count(*) from ecom_order.orders where state not in ('CONFIRMED', 'CANCELLED')")
                        == 0);
        for (var database : Books.WITH_OUTBOX) {
            if (trial.books.count("select count(*) from %s.outbox_event where status = 2".formatted(database)) > 0) {
                trial.violations.add("afterwards: events of %s are parked".formatted(database));
            }
        }
        for (var letter : Log.read(trial.shop.kafka(), "-dlt").all()) {
            trial.violations.add("afterwards: %s of %s was set aside because of an outage"
                    .formatted(Log.typeOf(letter), letter.topic()));
        }
        trial.violations.addAll(trial.books.wrongWithTheShelf());
    }
}
