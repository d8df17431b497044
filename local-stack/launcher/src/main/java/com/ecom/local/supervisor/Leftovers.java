package com.ecom.local.supervisor;

import com.ecom.local.stack.StackFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;

/** What an earlier supervisor left behind where the system does not end the children of a process that is killed. */
final class Leftovers {

    private final Path file;

    Leftovers(StackFolder folder) {
        this.file = folder.path().resolve("processes");
    }

    void end() throws IOException {
        var lines = Files.exists(file) ? Files.readAllLines(file) : List.<String>of();
        for (var line : lines) {
            var process = line.split(" ", 2);
            ProcessHandle.of(Long.parseLong(process[0]))
                    .filter(it -> startOf(it).equals(process[1]))
                    .ifPresent(ProcessHandle::destroyForcibly);
        }
        Files.deleteIfExists(file);
    }

    /** Noted with its start, since another process may have the same number later. */
    void note(Process process) throws IOException {
        var line = "%d %s%n".formatted(process.pid(), startOf(process.toHandle()));
        Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("unknown");
    }
}
