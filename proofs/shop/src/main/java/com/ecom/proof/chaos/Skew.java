package com.ecom.proof.chaos;

import com.ecom.local.LocalShop;
import com.ecom.local.stack.Checkout;
import com.ecom.local.stack.DebianPackages;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** One service whose clock is ten minutes wrong, for as long as the proof lasts, by libfaketime. */
record Skew(String service, Duration by, Path library) {

    /** They decide about deadlines and signatures; of the others, people would only be told to log in again. */
    private static final List<String> CANDIDATES = List.of("inventory-service", "payment-service");

    private static final Duration SIZE = Duration.ofMinutes(10);
    private static final String LIBRARY = "libfaketimeMT.so.1";

    private static final List<Path> WHERE_THE_SYSTEM_KEEPS_IT = List.of(
            Path.of("/usr/lib/x86_64-linux-gnu/faketime", LIBRARY),
            Path.of("/usr/lib/aarch64-linux-gnu/faketime", LIBRARY),
            Path.of("/usr/lib64/faketime", LIBRARY));

    /** Empty where neither the machine nor its packages have what it takes. */
    static Optional<Skew> onOne(Wires wires, long seed) throws IOException, InterruptedException {
        var chance = new Random(seed);
        var service = CANDIDATES.get(chance.nextInt(CANDIDATES.size()));
        var by = chance.nextBoolean() ? SIZE : SIZE.negated();
        var skew = found().map(it -> new Skew(service, by, it));
        skew.ifPresent(it -> it.environment().forEach((name, value) -> wires.set(service, name, value)));
        return skew;
    }

    /** What a process has to be told whose clock is to be wrong. */
    Map<String, String> environment() {
        return Map.of(
                "LD_PRELOAD",
                library.toString(),
                "FAKETIME",
                "%+d".formatted(by.toSeconds()),
                // Waiting takes as long as ever; only the time of day is wrong.
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1",
                // Or every wait with a limit would end at once, and the service would do nothing but wait again.
                "FAKETIME_FORCE_MONOTONIC_FIX",
                "0");
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

    private static Optional<Path> found() throws IOException, InterruptedException {
        var ours = Checkout.find().tools().resolve("faketime");
        var known = WHERE_THE_SYSTEM_KEEPS_IT.stream()
                .filter(Files::exists)
                .findFirst()
                .or(() -> in(ours));
        if (known.isPresent()) {
            return known;
        }
        DebianPackages.unpack(ours, List.of("libfaketime"));
        return in(ours);
    }

    private static Optional<Path> in(Path folder) {
        return WHERE_THE_SYSTEM_KEEPS_IT.stream()
                .map(it -> folder.resolve(it.getRoot().relativize(it)))
                .filter(Files::exists)
                .findFirst();
    }
}
