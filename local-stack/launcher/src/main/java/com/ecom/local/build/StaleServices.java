package com.ecom.local.build;

import com.ecom.local.stack.Checkout;
import com.ecom.local.stack.FileStamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Which modules, services above all, have sources that are younger than what was built from them. */
public final class StaleServices {

    private static final String LAUNCHER = "local-stack/launcher";
    private static final String CLIENT = "shop-client";

    /** What every service is built on. */
    private static final List<String> SHARED = List.of("contracts", "common-core");

    /** What else a program is built on, whose libraries are copies that only building it renews. */
    private static final Map<String, List<String>> BUILT_ON = Map.of(
            "proofs/cli",
            List.of(
                    "proofs/api",
                    "proofs/saga",
                    "proofs/parts",
                    "proofs/shop",
                    LAUNCHER,
                    CLIENT,
                    "order-service",
                    "inventory-service",
                    "payment-service"),
            "load-tests",
            List.of(LAUNCHER, CLIENT),
            "release",
            List.of(LAUNCHER, CLIENT));

    private final Checkout checkout;

    public StaleServices(Checkout checkout) {
        this.checkout = checkout;
    }

    public List<String> among(Collection<String> modules) throws IOException {
        var shared = FileStamp.NEVER;
        for (var module : SHARED) {
            shared = shared.orLater(newestSourceOf(module));
        }
        shared = shared.orLater(FileStamp.of(checkout.root().resolve("pom.xml")));
        var stale = Stream.<String>builder();
        for (var module : modules) {
            var newest = newestSourceOf(module).orLater(shared);
            for (var other : BUILT_ON.getOrDefault(module, List.of())) {
                newest = newest.orLater(newestSourceOf(other));
            }
            if (newest.isAfter(FileStamp.of(checkout.moduleJar(module)))) {
                stale.add(module);
            }
        }
        return stale.build().toList();
    }

    private FileStamp newestSourceOf(String module) throws IOException {
        var folder = checkout.root().resolve(module);
        var newest = FileStamp.of(folder.resolve("pom.xml"));
        var sources = folder.resolve("src/main");
        if (!Files.exists(sources)) {
            return newest;
        }
        try (Stream<Path> all = Files.walk(sources)) {
            for (var source : all.toList()) {
                newest = newest.orLater(FileStamp.of(source));
            }
        }
        return newest;
    }
}
