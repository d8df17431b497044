package com.ecom.proof.chaos;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** One service whose clock is ten minutes wrong, for as long as the proof lasts. Needs libfaketime on the machine. */
final class Skew {

    /** They decide about deadlines and signatures; of the others, people would only be told to log in again. */
    private static final List<String> CANDIDATES = List.of("inventory-service", "payment-service");

    private static final List<Path> WHERE = List.of(
            Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1"),
            Path.of("/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1"),
            Path.of("/usr/lib64/faketime/libfaketimeMT.so.1"));

    private Skew() {}

    /** Returns what was done, for the report. */
    static String onOne(Wires wires, long seed) {
        var chance = new Random(seed);
        var service = CANDIDATES.get(chance.nextInt(CANDIDATES.size()));
        var by = chance.nextBoolean() ? "+10m" : "-10m";
        return library()
                .map(it -> {
                    wires.tell(service, "LD_PRELOAD", it.toString());
                    wires.tell(service, "FAKETIME", by);
                    // Waiting takes as long as ever; only the time of day is wrong.
                    wires.tell(service, "FAKETIME_DONT_FAKE_MONOTONIC", "1");
                    // Or every wait with a limit would end at once, and the service would do nothing but wait again.
                    wires.tell(service, "FAKETIME_FORCE_MONOTONIC_FIX", "0");
                    return service + " by " + by;
                })
                .orElse("not tried: libfaketime is not installed");
    }

    private static Optional<Path> library() {
        return WHERE.stream().filter(Files::exists).findFirst();
    }
}
