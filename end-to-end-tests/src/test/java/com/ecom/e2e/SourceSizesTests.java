package com.ecom.e2e;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Map.Entry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The sizes that docs/building-a-service.md promises to whoever reads the house, of everything that is not a test. */
class SourceSizesTests {

    private static final int MOST_LINES = 250;
    private static final int MOST_LINES_OF_NINE_IN_TEN = 140;
    private static final int MOST_LINES_OF_EVERY_OTHER = 60;

    private static Map<Path, Long> lines;

    @BeforeAll
    static void count() {
        lines = MainSources.read().entrySet().stream()
                .collect(toMap(Entry::getKey, it -> it.getValue().lines().count()));
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
}
