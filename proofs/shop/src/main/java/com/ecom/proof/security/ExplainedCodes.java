package com.ecom.proof.security;

import static java.util.stream.Collectors.toUnmodifiableSet;

import com.ecom.local.stack.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.regex.Pattern;

/** The codes of problems that {@code docs/problems.md} explains: those in the first column of its tables. */
final class ExplainedCodes {

    private static final Pattern CODE = Pattern.compile("`([A-Z][A-Z0-9_]+)`");

    private ExplainedCodes() {}

    static Set<String> read() {
        try (var lines = Files.lines(Checkout.find().root().resolve("docs/problems.md"))) {
            return lines.filter(it -> it.startsWith("| `"))
                    .map(it -> it.substring(0, it.indexOf('|', 1)))
                    .flatMap(it -> CODE.matcher(it).results().map(found -> found.group(1)))
                    .collect(toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
