package com.ecom.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The process that listens on a port, as far as the system lets us see it. */
public record Listener(long pid, String command) {

    private static final Path PROC = Path.of("/proc");

    /** The state of a socket that waits for connections, as {@code /proc/net/tcp} writes it. */
    private static final String LISTENING = "0A";

    public static Optional<Listener> on(int port) {
        return socketOn(port).flatMap(Listener::ownerOf);
    }

    /** The inode of the socket, by which the files of its process are recognised. */
    private static Optional<String> socketOn(int port) {
        var suffix = ":%04X".formatted(port);
        return Stream.of("net/tcp", "net/tcp6")
                .flatMap(it -> lines(PROC.resolve(it)).stream())
                .map(it -> it.strip().split("\\s+"))
                .filter(it -> it.length > 9 && it[1].endsWith(suffix) && it[3].equals(LISTENING))
                .map(it -> it[9])
                .findFirst();
    }

    private static Optional<Listener> ownerOf(String inode) {
        var socket = "socket:[" + inode + "]";
        return ProcessHandle.allProcesses()
                .filter(it -> hasOpen(it.pid(), socket))
                .findFirst()
                .map(it -> new Listener(it.pid(), it.info().command().orElse("a process")));
    }

    private static boolean hasOpen(long pid, String socket) {
        try (var files = Files.newDirectoryStream(PROC.resolve(pid + "/fd"))) {
            for (var file : files) {
                if (Files.readSymbolicLink(file).toString().equals(socket)) {
                    return true;
                }
            }
        } catch (IOException e) {
            // Not ours to look into, or gone meanwhile.
        }
        return false;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            return List.of();
        }
    }

    @Override
    public String toString() {
        return "%s (pid %d)".formatted(command, pid);
    }
}
