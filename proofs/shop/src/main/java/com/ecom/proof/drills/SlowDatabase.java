package com.ecom.proof.drills;

import com.ecom.local.stack.Names;
import com.ecom.local.stack.Plan;
import com.ecom.proof.chaos.Wires;
import com.ecom.proof.chaos.Wires.Wire;
import com.ecom.shop.Shopper;
import java.io.IOException;
import java.time.Duration;

/** The way to the database through a proxy that lets everything wait, at a busy hour. */
record SlowDatabase(Wires wires, Plan plan) implements Rehearsal {

    private static final Wire ORDERS = new Wire("order-service", Names.MYSQL);

    /** Each way, so that a statement takes twice as long; a connection that is tried may take half a second. */
    private static final Duration DELAY = Duration.ofMillis(150);

    static SlowDatabase in(Plan usual) throws IOException {
        var wires = Wires.beside(usual.ports());
        return new SlowDatabase(wires, wires.into(usual));
    }

    @Override
    public Drill drill(Scene scene) {
        var people = new BusyHour();
        return Faults.drill(
                "The database answers order-service 300 ms late",
                "DatabasePoolExhausted",
                ORDERS.service(),
                "orders-ticket",
                () -> {
                    var shopper = Shopper.signUp(scene.door()).shop();
                    wires.slow(ORDERS, DELAY.toMillis());
                    people.begin(scene.asked(ORDERS.service()).as(shopper.token()), "/api/orders");
                },
                () -> {
                    wires.mend(ORDERS);
                    people.close();
                });
    }

    @Override
    public void close() {
        wires.close();
    }
}
