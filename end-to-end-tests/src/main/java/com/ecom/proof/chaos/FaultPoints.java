package com.ecom.proof.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Between two steps of which the second may never come: the places in production code where a service dies when its
 * turn comes. Each start of a service arms one of its places anew.
 */
final class FaultPoints {

    private static final List<String> OF_EVERYBODY = List.of(
            "outbox-before-sending",
            "outbox-sent-before-marking",
            "outbox-marked-before-commit",
            "outbox-before-writing",
            "outbox-committed-before-nudge",
            "inbox-claimed-before-effect",
            "inbox-effect-before-commit",
            "inbox-committed-before-acknowledgement");

    private static final Map<String, List<String>> OF_ONE = Map.of(
            "order-service",
            List.of("order-added-before-publishing", "orders-kept-before-journal"),
            "inventory-service",
            List.of("reservations-kept-before-stock", "stock-booked-before-moving"),
            "payment-service",
            List.of(
                    "intents-kept-before-calls",
                    "payment-before-asking",
                    "payment-asked-before-keeping",
                    "payment-advanced-before-done",
                    "webhook-stored-before-effect"));

    private static final int SOONEST = 20;
    private static final int LATEST = 120;

    private final Path folder;
    private final Random chance;

    private FaultPoints(Path folder, Random chance) {
        this.folder = folder;
        this.chance = chance;
    }

    /** Tells the services where to look; nothing is armed yet. */
    static FaultPoints in(Wires wires, long seed) throws IOException {
        var points = new FaultPoints(Files.createTempDirectory("fault-points"), new Random(seed));
        OF_ONE.keySet()
                .forEach(it -> wires.tell(it, "ECOM_FAULTS", points.file(it).toString()));
        return points;
    }

    boolean areIn(String service) {
        return OF_ONE.containsKey(service);
    }

    /** Chooses where the service dies after its next start; returns the place. */
    String arm(String service) throws IOException {
        var own = OF_ONE.getOrDefault(service, List.of());
        var index = chance.nextInt(OF_EVERYBODY.size() + own.size());
        var point = index < OF_EVERYBODY.size() ? OF_EVERYBODY.get(index) : own.get(index - OF_EVERYBODY.size());
        Files.writeString(file(service), "%s %d%n".formatted(point, SOONEST + chance.nextInt(LATEST - SOONEST)));
        return point;
    }

    /** From now on nobody dies who is started. */
    void disarm() throws IOException {
        for (var service : OF_ONE.keySet()) {
            Files.deleteIfExists(file(service));
        }
    }

    private Path file(String service) {
        return folder.resolve(service);
    }
}
