package com.ecom.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.local.stack.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The sizes that docs/building-a-service.md promises to whoever reads the house, of everything that is not a test. */
class SourceSizesTests {

    private static final int MOST_LINES = 250;
    private static final int MOST_LINES_OF_NINE_IN_TEN = 155;
    private static final int MOST_LINES_OF_EVERY_OTHER = 60;

    private static Map<Path, Long> lines;

    @BeforeAll
    static void count() throws IOException {
        var root = Checkout.find().root();
        try (var files = Files.walk(root)) {
            lines = files.filter(it -> root.relativize(it).toString().matches("(?!\\.).*src/main/java/.*\\.java"))
                    .filter(it -> !it.endsWith("package-info.java"))
                    .collect(Collectors.toMap(root::relativize, SourceSizesTests::linesOf, Long::sum, TreeMap::new));
        }
        assertThat(lines).hasSizeGreaterThan(500);
    }

    @Test
    void noClassIsTooLongToRead() {
        assertThat(lines)
                .allSatisfy((file, size) -> assertThat(size).as(file.toString()).isLessThanOrEqualTo(MOST_LINES));
    }

    @Test
    void mostClassesAreShort() {
        var sorted = lines.values().stream().sorted().toList();

        assertThat(sorted.get(sorted.size() / 2)).isLessThanOrEqualTo(MOST_LINES_OF_EVERY_OTHER);
        assertThat(sorted.get(sorted.size() * 9 / 10)).isLessThanOrEqualTo(MOST_LINES_OF_NINE_IN_TEN);
    }

    private static long linesOf(Path file) {
        try (var all = Files.lines(file)) {
            return all.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
