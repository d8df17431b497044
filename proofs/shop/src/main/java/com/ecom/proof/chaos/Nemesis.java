package com.ecom.proof.chaos;

import com.ecom.local.LocalShop;
import com.ecom.local.stack.Names;
import com.ecom.local.supervisor.ProcessView;
import com.ecom.proof.chaos.Wires.Wire;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Makes misfortunes, one after the other, as its seed says, and undoes each after a while. */
final class Nemesis {

    /** Each kind of thing that can end comes early: a service of the saga, broker, database, cache, search engine. */
    private static final List<String> KILLED = List.of(
            "order-service",
            Names.KAFKA,
            "inventory-service",
            Names.MYSQL,
            "payment-service",
            Names.REDIS,
            Names.ELASTICSEARCH,
            "notification-service",
            Names.MONGODB,
            "order-service",
            "inventory-service",
            "payment-service",
            Names.GATEWAY,
            "cart-service",
            "search-service",
            "auth-service",
            Names.PAYMENT_PROVIDER,
            "product-service",
            "user-service",
            "review-service");

    private static final List<String> FROZEN = List.of(
            "order-service", "inventory-service", "payment-service", Names.KAFKA, Names.MYSQL, "notification-service");

    private static final String DIED = " died at a fault point";

    private final LocalShop shop;
    private final Wires wires;
    private final FaultPoints points;
    private final Random chance;
    private final Consumer<String> log;
    private final Map<String, Integer> done = new TreeMap<>();
    private final Map<String, String> armed = new HashMap<>();
    private int kills;

    Nemesis(LocalShop shop, Wires wires, FaultPoints points, long seed, Consumer<String> log) {
        this.shop = shop;
        this.wires = wires;
        this.points = points;
        this.chance = new Random(seed);
        this.log = log;
    }

    Map<String, Integer> done() {
        return done;
    }

    /** How often it ended, killed or at a fault point. */
    int endsOf(String process) {
        return done.getOrDefault("kill -9 " + process, 0) + done.getOrDefault(process + DIED, 0);
    }

    int breaksOf(Wire wire) {
        return done.getOrDefault("cut " + wire, 0) + done.getOrDefault("silence " + wire, 0);
    }

    /** One misfortune, and its end. */
    void strike() throws InterruptedException, IOException {
        raiseWhoDiedAtAFaultPoint();
        switch (chance.nextInt(5)) {
            case 0, 1 -> kill(KILLED.get(kills++ % KILLED.size()));
            case 2 -> freeze(FROZEN.get(chance.nextInt(FROZEN.size())), 3 + chance.nextInt(9));
            default -> {
                var all = wires.all();
                fail(all.get(chance.nextInt(all.size())), 2 + chance.nextInt(8));
            }
        }
    }

    private void raiseWhoDiedAtAFaultPoint() throws InterruptedException, IOException {
        for (var it : shop.processes()) {
            if (it.state() == ProcessView.State.DIED && armed.containsKey(it.name())) {
                log.accept(it.name() + " died at " + armed.remove(it.name()));
                note(it.name() + DIED);
                raise(it.name());
            }
        }
    }

    private boolean died(String process) {
        return shop.processes().stream()
                .anyMatch(it -> it.name().equals(process) && it.state() == ProcessView.State.DIED);
    }

    private void raise(String process) throws InterruptedException, IOException {
        if (points.areIn(process)) {
            armed.put(process, points.arm(process));
        }
        start(process);
    }

    private void kill(String process) throws InterruptedException, IOException {
        note("kill -9 " + process);
        shop.kill(process);
        TimeUnit.MILLISECONDS.sleep(chance.nextInt(2_000));
        raise(process);
    }

    /** Others may be down as well and keep it from becoming healthy at once; or it dies again before it is. */
    private void start(String process) throws InterruptedException, IOException {
        for (int i = 0; ; i++) {
            try {
                shop.start(process);
                return;
            } catch (RuntimeException e) {
                if (i == 3) {
                    throw e;
                }
                log.accept(process + " did not come back at once: "
                        + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
                if (died(process) && armed.remove(process) != null) {
                    // What comes soon after a start would end each next one as well.
                    note(process + DIED);
                    points.disarm(process);
                }
                TimeUnit.SECONDS.sleep(2);
            }
        }
    }

    private void freeze(String process, int seconds) throws InterruptedException {
        note("freeze " + process);
        var pids = shop.processes().stream()
                .filter(it -> it.name().equals(process))
                .map(ProcessView::pid)
                .toList();
        for (var pid : pids) {
            signal("-STOP", String.valueOf(pid));
        }
        TimeUnit.SECONDS.sleep(seconds);
        for (var pid : pids) {
            signal("-CONT", String.valueOf(pid));
        }
    }

    private void fail(Wire wire, int seconds) throws InterruptedException {
        switch (chance.nextInt(3)) {
            case 0 -> {
                note("cut " + wire);
                wires.cut(wire);
            }
            case 1 -> {
                note("silence " + wire);
                wires.freeze(wire);
            }
            default -> {
                note("delay " + wire);
                wires.slow(wire, 200);
            }
        }
        TimeUnit.SECONDS.sleep(seconds);
        wires.mend(wire);
    }

    /** Everything runs again; returns the names of what had ended without having been killed. */
    List<String> bringEverythingBack() throws InterruptedException, IOException {
        wires.all().forEach(wires::mend);
        points.disarm();
        for (var service : List.copyOf(armed.keySet())) {
            // What is armed would go on dying.
            shop.kill(service);
        }
        var died = new ArrayList<String>();
        for (var it : shop.processes()) {
            if (it.pid() == null && Names.BACKEND.contains(it.name())) {
                if (!armed.containsKey(it.name())) {
                    died.add(it.name());
                }
                start(it.name());
            }
        }
        return died;
    }

    private void note(String what) {
        done.merge(what, 1, Integer::sum);
        log.accept(what);
    }

    private static void signal(String signal, String pid) throws InterruptedException {
        try {
            new ProcessBuilder("kill", signal, pid).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
