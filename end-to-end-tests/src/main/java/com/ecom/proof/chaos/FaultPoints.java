package com.ecom.proof.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Between two steps of which the second may never come: the places in production code where a service dies when its
 * turn comes. Each start of a service arms one of its places anew.
 */
final class FaultPoints {

    private static final List<String> OUTBOX = List.of(
            "outbox-before-sending",
            "outbox-sent-before-marking",
            "outbox-marked-before-commit",
            "outbox-before-writing",
            "outbox-committed-before-nudge");

    private static final List<String> INBOX = List.of(
            "inbox-claimed-before-effect", "inbox-effect-before-commit", "inbox-committed-before-acknowledgement");

    private static final List<String> BOTH =
            Stream.concat(OUTBOX.stream(), INBOX.stream()).toList();

    /** By service; what the library does is named once for all who use it. */
    private static final Map<String, List<String>> PLACES = Map.of(
            "order-service",
            with(BOTH, "order-added-before-publishing", "orders-kept-before-journal"),
            "inventory-service",
            with(BOTH, "reservations-kept-before-stock", "stock-booked-before-moving"),
            "payment-service",
            with(
                    BOTH,
                    "intents-kept-before-calls",
                    "payment-before-asking",
                    "payment-asked-before-keeping",
                    "payment-advanced-before-done",
                    "webhook-stored-before-effect"),
            "notification-service",
            with(INBOX, "mail-sent-before-noted"),
            "cart-service",
            INBOX,
            "review-service",
            BOTH,
            "user-service",
            BOTH,
            "auth-service",
            BOTH,
            // Without a relational database: its events wait in documents, and it claims no messages.
            "product-service",
            List.of("publishing-sent-before-forgetting", "inbox-committed-before-acknowledgement"));

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
        PLACES.keySet()
                .forEach(it -> wires.tell(it, "ECOM_FAULTS", points.file(it).toString()));
        return points;
    }

    boolean areIn(String service) {
        return PLACES.containsKey(service);
    }

    /** Chooses where the service dies after its next start; returns the place. */
    String arm(String service) throws IOException {
        var places = PLACES.getOrDefault(service, List.of());
        var point = places.get(chance.nextInt(places.size()));
        Files.writeString(file(service), "%s %d%n".formatted(point, SOONEST + chance.nextInt(LATEST - SOONEST)));
        return point;
    }

    /** From now on nobody dies who is started. */
    void disarm() throws IOException {
        for (var service : PLACES.keySet()) {
            Files.deleteIfExists(file(service));
        }
    }

    private static List<String> with(List<String> common, String... own) {
        return Stream.concat(common.stream(), Stream.of(own)).toList();
    }

    private Path file(String service) {
        return folder.resolve(service);
    }
}
