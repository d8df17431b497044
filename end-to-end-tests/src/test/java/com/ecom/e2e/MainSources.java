package com.ecom.e2e;

import com.ecom.local.stack.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The text of every class that is not a test, by its path from the project's root. */
final class MainSources {

    private MainSources() {}

    static Map<Path, String> read() {
        var root = Checkout.find().root();
        try (var files = Files.walk(root)) {
            return files.filter(it -> root.relativize(it).toString().matches("(?!\\.).*src/main/java/.*\\.java"))
                    .filter(it -> !it.endsWith("package-info.java"))
                    .collect(Collectors.toMap(root::relativize, MainSources::text, (_, it) -> it, TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
