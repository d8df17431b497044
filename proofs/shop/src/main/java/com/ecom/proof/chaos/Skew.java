package com.ecom.proof.chaos;

import com.ecom.local.LocalShop;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** One service whose clock is ten minutes wrong, for as long as the proof lasts, by libfaketime. */
record Skew(String service, Duration by, FakeTime fakeTime) {

    /** They decide about deadlines and signatures; of the others, people would only be told to log in again. */
    private static final List<String> CANDIDATES = List.of("inventory-service", "payment-service");

    private static final Duration SIZE = Duration.ofMinutes(10);

    /** Empty where neither the machine nor its packages have what it takes. */
    static Optional<Skew> onOne(Wires wires, long seed) throws IOException, InterruptedException {
        var chance = new Random(seed);
        var service = CANDIDATES.get(chance.nextInt(CANDIDATES.size()));
        var by = chance.nextBoolean() ? SIZE : SIZE.negated();
        var skew = FakeTime.find().map(it -> new Skew(service, by, it));
        skew.ifPresent(it -> it.environment().forEach((name, value) -> wires.set(service, name, value)));
        return skew;
    }

    /** What a process has to be told whose clock is to be wrong. */
    Map<String, String> environment() {
        return fakeTime.by(by);
    }

    /** By how much the service's clock, as it tells it itself, differs from ours. */
    Duration measuredAt(URI address) throws IOException {
        var connection = address.resolve("/").toURL().openConnection();
        var date = connection.getHeaderFieldDate("Date", 0);
        return Duration.between(Instant.now(), Instant.ofEpochMilli(date));
    }

    /** What the report says. A clock that is right although it should not be proves nothing. */
    static String seenIn(LocalShop shop, Optional<Skew> skew, List<String> violations) throws IOException {
        if (skew.isEmpty()) {
            return "not tried: neither this machine nor its packages have libfaketime";
        }
        var it = skew.get();
        var measured = it.measuredAt(shop.address(it.service()));
        if (!it.isAbout(measured)) {
            violations.add("No clock was wrong that should have been: " + it.inWords(measured));
        }
        return it.inWords(measured);
    }

    /** A service may be slow to answer, and tells full seconds only. */
    boolean isAbout(Duration measured) {
        return measured.minus(by).abs().compareTo(Duration.ofSeconds(30)) < 0;
    }

    String inWords(Duration measured) {
        return "%s by %+d s; its own clock says %+d s".formatted(service, by.toSeconds(), measured.toSeconds());
    }
}
