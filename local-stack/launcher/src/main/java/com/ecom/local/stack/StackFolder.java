package com.ecom.local.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.UUID;

/** The one folder in which a stack keeps everything: data, logs, secrets and the supervisor's own files. */
public record StackFolder(Path path) {

    /** The operating system cuts longer names of sockets. */
    private static final int LONGEST_SOCKET_NAME = 100;

    public StackFolder {
        path = path.toAbsolutePath().normalize();
    }

    /** What outlives a restart of the part. */
    public Path data(String part) throws IOException {
        return Files.createDirectories(path.resolve("data").resolve(part));
    }

    /** What the part is started from; may be rebuilt at any start. */
    Path workplace(String part) throws IOException {
        return Files.createDirectories(path.resolve("run").resolve(part));
    }

    public Path logs() {
        return path.resolve("logs");
    }

    public Path log(String part) {
        return logs().resolve(part + ".log");
    }

    public Path supervisorLog() {
        return path.resolve("supervisor.log");
    }

    public Path plan() {
        return path.resolve("plan.json");
    }

    public Path supervisorFiles() {
        return path.resolve("supervisor");
    }

    public Path socket() {
        var here = path.resolve("supervisor.sock");
        if (here.toString().length() <= LONGEST_SOCKET_NAME) {
            return here;
        }
        var shortName = UUID.nameUUIDFromBytes(path.toString().getBytes(StandardCharsets.UTF_8));
        return Path.of(System.getProperty("java.io.tmpdir"), "ecom-" + shortName + ".sock");
    }

    /** Forgets all data, so that the next start begins empty. */
    public void empty() throws IOException {
        delete(path.resolve("data"));
    }

    public static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (var files = Files.walk(tree)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
