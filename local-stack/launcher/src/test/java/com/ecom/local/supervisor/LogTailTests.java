package com.ecom.local.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTests {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void showsTheLastTwentyLines() throws IOException {
        var log = folder.resolve("long.log");
        Files.write(log, IntStream.range(0, 5_000).mapToObj(it -> "line " + it).toList());
        assertThat(LogTail.of(log)).hasSize(20).startsWith("line 4980").endsWith("line 4999");
    }

    @Test
    void aLogThatWasNeverWrittenHasNoLines() {
        assertThat(LogTail.of(folder.resolve("missing.log"))).isEmpty();
    }
}
