package com.ecom.proof.chaos;

import com.ecom.local.stack.Checkout;
import com.ecom.local.stack.DebianPackages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A wrong time of day for a process, by libfaketime. Waiting takes as long as ever. */
public record FakeTime(Path library) {

    private static final String LIBRARY = "libfaketimeMT.so.1";

    private static final List<Path> WHERE_THE_SYSTEM_KEEPS_IT = List.of(
            Path.of("/usr/lib/x86_64-linux-gnu/faketime", LIBRARY),
            Path.of("/usr/lib/aarch64-linux-gnu/faketime", LIBRARY),
            Path.of("/usr/lib64/faketime", LIBRARY));

    /** Empty where neither the machine nor its packages have it. */
    public static Optional<FakeTime> find() throws IOException, InterruptedException {
        var ours = Checkout.find().tools().resolve("faketime");
        var known = WHERE_THE_SYSTEM_KEEPS_IT.stream()
                .filter(Files::exists)
                .findFirst()
                .or(() -> in(ours));
        if (known.isEmpty()) {
            DebianPackages.unpack(ours, List.of("libfaketime"));
            known = in(ours);
        }
        return known.map(FakeTime::new);
    }

    /** What a process has to be told whose clock is to be wrong for as long as it runs. */
    public Map<String, String> by(Duration wrong) {
        return with(Map.of("FAKETIME", inSeconds(wrong)));
    }

    /** What a process has to be told whose clock is to be as wrong as a file says, whenever that changes. */
    public Map<String, String> asIn(Path file) {
        return with(Map.of("FAKETIME_TIMESTAMP_FILE", file.toString(), "FAKETIME_CACHE_DURATION", "1"));
    }

    /** What to write into such a file. */
    public static String inSeconds(Duration wrong) {
        return "%+d".formatted(wrong.toSeconds());
    }

    private Map<String, String> with(Map<String, String> wrong) {
        var environment = new HashMap<>(wrong);
        environment.put("LD_PRELOAD", library.toString());
        environment.put("FAKETIME_DONT_FAKE_MONOTONIC", "1");
        // Or every wait with a limit would end at once, and the service would do nothing but wait again.
        environment.put("FAKETIME_FORCE_MONOTONIC_FIX", "0");
        return environment;
    }

    private static Optional<Path> in(Path folder) {
        return WHERE_THE_SYSTEM_KEEPS_IT.stream()
                .map(it -> folder.resolve(it.getRoot().relativize(it)))
                .filter(Files::exists)
                .findFirst();
    }
}
