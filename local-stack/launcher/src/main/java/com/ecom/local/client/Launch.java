package com.ecom.local.client;

import com.ecom.local.stack.Checkout;
import com.ecom.local.stack.Plan;
import com.ecom.local.stack.StackFolder;
import com.ecom.local.supervisor.Turn;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts the supervisor of a stack in the background, away from the terminal and the process that asked. */
public final class Launch {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private static final Path SETSID = Path.of("/usr/bin/setsid");

    private Launch() {}

    /** The stack in that folder; if none runs, one with this plan. However many ask at once, one is started. */
    public static synchronized Stack stackIn(StackFolder folder, Checkout checkout, PlanMaker plans)
            throws IOException, InterruptedException {
        Files.createDirectories(folder.path());
        var file = folder.path().resolve("launch.lock");
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            var running = Stack.in(folder);
            if (running.isPresent()) {
                return running.get();
            }
            awaitPredecessor(folder);
            plans.plan().write(folder);
            return launch(folder, checkout);
        }
    }

    /** What it runs from is about to be replaced. */
    private static void awaitPredecessor(StackFolder folder) throws IOException {
        Turn.take(folder).close();
    }

    /** Decides about a stack only when one has to be started. */
    @FunctionalInterface
    public interface PlanMaker {
        Plan plan() throws IOException;
    }

    private static Stack launch(StackFolder folder, Checkout checkout) throws IOException, InterruptedException {
        var libraries = OwnLibraries.copyTo(folder.supervisorFiles());
        var log = folder.supervisorLog().toFile();
        var supervisor = new ProcessBuilder(command(libraries, checkout, folder))
                .directory(folder.path().toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        var deadline = Instant.now().plus(TIMEOUT);
        while (Instant.now().isBefore(deadline)) {
            var stack = Stack.in(folder);
            if (stack.isPresent()) {
                return stack.get();
            }
            if (supervisor.waitFor(50, TimeUnit.MILLISECONDS)) {
                throw new IOException("The supervisor ended: " + Files.readString(log.toPath()));
            }
        }
        supervisor.destroyForcibly();
        throw new IOException("The supervisor did not answer: " + Files.readString(log.toPath()));
    }

    private static List<String> command(String libraries, Checkout checkout, StackFolder folder) {
        var line = new ArrayList<String>();
        if (Files.isExecutable(SETSID)) {
            line.add(SETSID.toString());
        }
        line.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                libraries,
                "com.ecom.local.supervisor.Supervisor",
                checkout.root().toString(),
                folder.path().toString()));
        return line;
    }
}
