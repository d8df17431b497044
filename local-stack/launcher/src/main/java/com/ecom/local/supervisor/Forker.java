package com.ecom.local.supervisor;

import com.ecom.local.stack.Command;
import com.ecom.local.stack.Tie;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Starts processes that the kernel kills when the supervisor dies. The kernel means the thread that forked, so all
 * forks happen on one thread that lives as long as the supervisor does.
 */
final class Forker {

    private static final long LARGE = 20_000_000;

    private final ExecutorService theOneThread = Executors.newSingleThreadExecutor();
    private final Leftovers leftovers;

    Forker(Leftovers leftovers) {
        this.leftovers = leftovers;
    }

    /** Starts the command with its output appended to the log. */
    Process fork(Command command, Path log) throws IOException, InterruptedException {
        turnOver(log);
        var builder = new ProcessBuilder(Tie.toParent("KILL", command.line()))
                .directory(command.folder().toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()));
        builder.environment().putAll(command.environment());
        try {
            var process = theOneThread.submit(builder::start).get();
            leftovers.note(process);
            return process;
        } catch (ExecutionException e) {
            throw new IOException("Cannot start " + command.line().getFirst(), e.getCause());
        }
    }

    /** A log that is large is put aside, in the place of the one that was before, so that it does not grow for ever. */
    private static void turnOver(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > LARGE) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Runs the command to its successful end. */
    void run(Command command, Path log) throws IOException, InterruptedException {
        var process = fork(command, log);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(
                        "%s ended with %d".formatted(command.line().getFirst(), process.exitValue()));
            }
        } finally {
            process.destroyForcibly();
        }
    }
}
