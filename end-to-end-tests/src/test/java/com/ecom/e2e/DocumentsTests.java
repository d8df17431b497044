package com.ecom.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.local.stack.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Pages are read on screens beside an editor: what is longer than this is no line, and no cell, but a paragraph. */
class DocumentsTests {

    private static final int LONGEST_LINE = 160;
    private static final int LONGEST_CELL = 120;

    @Test
    void noLineAndNoCellIsTooLongToRead() throws IOException {
        var root = Checkout.find().root();
        try (var files = Files.walk(root.resolve("docs"))) {
            var pages = Stream.concat(
                    Stream.of(root.resolve("README.md")),
                    files.filter(it -> it.toString().endsWith(".md")));
            assertThat(pages.flatMap(DocumentsTests::tooLong)).isEmpty();
        }
    }

    private static Stream<String> tooLong(Path page) {
        try {
            return Files.readAllLines(page).stream()
                    .filter(DocumentsTests::isTooLong)
                    .map(it -> page.getFileName() + ": " + it);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isTooLong(String line) {
        return line.startsWith("|")
                ? Stream.of(line.split(" \\| ", -1)).anyMatch(it -> it.strip().length() > LONGEST_CELL + 2)
                : line.length() > LONGEST_LINE && line.strip().contains(" ");
    }
}
