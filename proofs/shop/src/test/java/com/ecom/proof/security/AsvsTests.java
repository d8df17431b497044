package com.ecom.proof.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.local.stack.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of what we hold of OWASP ASVS 5.0 is whole, and names no test that there is not. */
class AsvsTests {

    /** Where the numbers of levels 1 and 2 end in each section; those of level 3 always come last. */
    private static final String SECTIONS = """
        1.1.2 1.2.9 1.3.11 1.4.3 1.5.2 2.1.3 2.2.3 2.3.4 2.4.1 3.2.2 3.3.4 3.4.6 3.5.5 3.7.2 4.1.3 4.2.1 4.3.2 4.4.4
        5.1.1 5.2.3 5.3.2 5.4.3 6.1.3 6.2.12 6.3.4 6.4.4 6.5.5 6.6.3 6.8.4 7.1.3 7.2.4 7.3.2 7.4.5 7.5.2 7.6.2 8.1.2
        8.2.3 8.3.1 8.4.1 9.1.3 9.2.4 10.1.2 10.2.2 10.3.4 10.4.11 10.5.5 10.6.2 10.7.3 11.1.2 11.2.3 11.3.3 11.4.4
        11.5.1 11.6.1 12.1.3 12.2.2 12.3.4 13.1.1 13.2.5 13.3.2 13.4.5 14.1.2 14.2.4 14.3.3 15.1.3 15.2.3 15.3.7
        16.1.1 16.2.5 16.3.4 16.4.3 16.5.3 17.1.1 17.2.4 17.3.2
        """;

    private static final Pattern ROW =
            Pattern.compile("\\| ([\\d., ]+) \\| (holds|not here|elsewhere|open) \\| (.+) \\|");
    private static final Pattern TEST = Pattern.compile("`(\\w+(?:IT|Tests))`");
    private static final Pattern OPEN = Pattern.compile("Open are (\\d+)");

    private final Path root = Checkout.find().root();

    @Test
    void everyRequirementOfBothLevelsIsInTheTableOnce() throws IOException {
        var all = Arrays.stream(SECTIONS.strip().split("\\s+"))
                .flatMap(AsvsTests::numbersUpTo)
                .toList();

        assertThat(all).hasSize(253);
        assertThat(rows().flatMap(it -> it.numbers.stream())).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void everyTestThatIsNamedIsThere() throws IOException {
        var tests = new TreeSet<String>();
        for (var module : List.of(root, root.resolve("local-stack"), root.resolve("proofs"))) {
            try (var folders = Files.list(module)) {
                for (var folder : folders.map(it -> it.resolve("src/test/java"))
                        .filter(Files::isDirectory)
                        .toList()) {
                    tests.addAll(classesIn(folder));
                }
            }
        }
        assertThat(rows().flatMap(it -> it.tests().stream()))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(tests).contains(it));
    }

    private static List<String> classesIn(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.map(it -> it.getFileName().toString())
                    .filter(it -> it.endsWith(".java"))
                    .map(it -> it.replace(".java", ""))
                    .toList();
        }
    }

    @Test
    void saysHowManyAreOpen() throws IOException {
        var counted = rows().filter(it -> it.state.equals("open"))
                .mapToInt(it -> it.numbers.size())
                .sum();
        var said = OPEN.matcher(table());

        assertThat(said.find()).isTrue();
        assertThat(Integer.parseInt(said.group(1))).isEqualTo(counted);
    }

    private Stream<Row> rows() throws IOException {
        return table().lines()
                .map(ROW::matcher)
                .filter(it -> it.matches())
                .map(it -> new Row(List.of(it.group(1).split(", ")), it.group(2), it.group(3)));
    }

    private String table() throws IOException {
        return Files.readString(root.resolve("docs/asvs.md"));
    }

    private static Stream<String> numbersUpTo(String last) {
        var dot = last.lastIndexOf('.') + 1;
        return IntStream.rangeClosed(1, Integer.parseInt(last.substring(dot)))
                .mapToObj(it -> last.substring(0, dot) + it);
    }

    private record Row(List<String> numbers, String state, String text) {

        List<String> tests() {
            return TEST.matcher(text).results().map(it -> it.group(1)).toList();
        }
    }
}
