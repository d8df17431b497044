package com.ecom.proof.chaos;

import com.ecom.local.LocalShop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Between two steps of which the second may never come: the places in production code where, when its turn comes, a
 * service dies, a step fails or takes long. Each start of a service arms three of its places anew, one of each kind.
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

    /** They come seldom, so their turn comes soon. */
    private static final List<String> SELDOM_OF_EVERYBODY = List.of(
            "batch-failed-before-one-by-one",
            "dead-letter-sent-before-acknowledgement",
            "dead-letter-kept-before-acknowledgement",
            "relay-stopping",
            "purge-between-chunks");

    /** By service; what the library does is named once for all who use it. */
    private static final Map<String, List<String>> OFTEN = Map.of(
            "order-service",
            with(BOTH, "order-added-before-publishing", "order-added-before-counting", "orders-kept-before-journal"),
            "inventory-service",
            with(BOTH, "reservations-kept-before-stock", "stock-booked-before-moving"),
            "payment-service",
            with(
                    BOTH,
                    "intents-kept-before-calls",
                    "payment-before-asking",
                    "payment-asked-before-keeping",
                    "payment-advanced-before-done",
                    "webhook-stored-before-effect",
                    "webhook-applied-before-commit"),
            "notification-service",
            with(INBOX, "mail-claimed-before-sending", "mail-sent-before-noted"),
            "cart-service",
            with(INBOX, "cart-read-before-settling"),
            "review-service",
            BOTH,
            "user-service",
            BOTH,
            "auth-service",
            BOTH,
            // Without a relational database: its events wait in documents, and it claims no messages.
            "product-service",
            List.of("inbox-committed-before-acknowledgement"));

    private static final Map<String, List<String>> SELDOM_OF_ONE = Map.of(
            "order-service", List.of("overdue-order-claimed-before-step", "refund-decided-before-explained"),
            "inventory-service",
                    List.of(
                            "overdue-hold-claimed-before-expiry",
                            "adjustment-noted-before-stock",
                            "key-claimed-before-effect",
                            "effect-done-before-answer"),
            "payment-service", List.of("provider-compared-before-healing", "call-given-up-before-kept"),
            "product-service", List.of("outbox-before-sending", "outbox-sent-before-marking"),
            "auth-service", List.of("refresh-token-spent-before-next"),
            "user-service", List.of("customer-changed-before-publishing"));

    private static final List<String> KINDS = List.of("die", "fail", "stall");
    private static final Pattern HAPPENED = Pattern.compile("At the fault point ([a-z-]+): (DIE|FAIL|STALL)");
    private static final int SOONEST = 10;
    private static final int LATEST = 120;
    private static final int SOONEST_OF_THE_SELDOM = 3;

    private final Path folder;
    private final Random chance;

    private FaultPoints(Path folder, Random chance) {
        this.folder = folder;
        this.chance = chance;
    }

    /** Tells the services where to look; nothing is armed yet. */
    static FaultPoints in(Wires wires, long seed) throws IOException {
        var points = new FaultPoints(Files.createTempDirectory("fault-points"), new Random(seed));
        OFTEN.keySet()
                .forEach(it -> wires.set(it, "ECOM_FAULTS", points.file(it).toString()));
        return points;
    }

    boolean areIn(String process) {
        return OFTEN.containsKey(process);
    }

    /** Chooses what happens to the service after its next start; returns the place where it dies. */
    String arm(String service) throws IOException {
        var turns = turnsIn(service);
        var places = new ArrayList<>(turns.keySet());
        Collections.shuffle(places, chance);
        var lines = new ArrayList<String>();
        for (int i = 0; i < KINDS.size(); i++) {
            lines.add("%s %d %s".formatted(places.get(i), turns.get(places.get(i)), KINDS.get(i)));
        }
        Files.write(file(service), lines);
        return places.getFirst();
    }

    /** For which time the service comes to each of its places when something happens there. */
    private Map<String, Integer> turnsIn(String service) {
        var turns = new TreeMap<String, Integer>();
        OFTEN.getOrDefault(service, List.of()).forEach(it -> turns.put(it, SOONEST + chance.nextInt(LATEST - SOONEST)));
        Stream.concat(SELDOM_OF_EVERYBODY.stream(), SELDOM_OF_ONE.getOrDefault(service, List.of()).stream())
                .forEach(it -> turns.put(it, 1 + chance.nextInt(SOONEST_OF_THE_SELDOM)));
        return turns;
    }

    /** From now on nothing happens to those who are started. */
    void disarm() throws IOException {
        for (var service : OFTEN.keySet()) {
            disarm(service);
        }
    }

    void disarm(String service) throws IOException {
        Files.deleteIfExists(file(service));
    }

    /** How often what happened where, as the services wrote it down. */
    static Map<String, Integer> happenedIn(LocalShop shop) throws IOException {
        var happened = new TreeMap<String, Integer>();
        for (var service : OFTEN.keySet()) {
            try (var lines = Files.lines(shop.log(service))) {
                lines.map(HAPPENED::matcher)
                        .filter(it -> it.find())
                        .forEach(it -> happened.merge(
                                it.group(2).toLowerCase(Locale.ROOT) + " at " + it.group(1), 1, Integer::sum));
            }
        }
        return happened;
    }

    private static List<String> with(List<String> places, String... more) {
        return Stream.concat(places.stream(), Stream.of(more)).toList();
    }

    private Path file(String service) {
        return folder.resolve(service);
    }
}
