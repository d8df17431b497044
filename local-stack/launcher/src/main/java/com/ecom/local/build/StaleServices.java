package com.ecom.local.build;

import com.ecom.local.stack.Checkout;
import com.ecom.local.stack.FileStamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Which modules, services above all, have sources that are younger than what was built from them. */
public final class StaleServices {

    /** What every service is built on. */
    private static final List<String> SHARED = List.of("contracts", "common-core");

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
            var built = FileStamp.of(checkout.serviceJar(module));
            if (newestSourceOf(module).orLater(shared).isAfter(built)) {
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
