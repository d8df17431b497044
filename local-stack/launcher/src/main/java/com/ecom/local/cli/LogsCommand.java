package com.ecom.local.cli;

import com.ecom.local.stack.Names;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what a process has printed since the stack was started. */
@Command(name = "logs", description = "Prints the log of one process.%n")
final class LogsCommand implements Callable<Integer> {

    private static final int MILLIS_BETWEEN_LOOKS = 200;

    @Mixin
    private final Place place = new Place();

    @Option(
            names = {"-f", "--follow"},
            description = "Go on as the log grows.")
    private boolean follow;

    @Parameters(paramLabel = "NAME", description = "As in ./ecom status; supervisor is the one that starts them all.")
    private String name = "";

    @Override
    public Integer call() throws IOException, InterruptedException {
        var log = log();
        if (!Files.exists(log)) {
            throw new Refusal("There is no log yet: %s has not been started".formatted(name));
        }
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            printRest(file);
            while (follow) {
                Thread.sleep(MILLIS_BETWEEN_LOOKS);
                printRest(file);
            }
        }
        return 0;
    }

    private Path log() {
        return name.equals(Names.SUPERVISOR)
                ? place.folder().supervisorLog()
                : place.folder().log(Names.find(name));
    }

    private static void printRest(RandomAccessFile file) throws IOException {
        var buffer = new byte[8_192];
        for (var count = file.read(buffer); count > 0; count = file.read(buffer)) {
            System.out.write(buffer, 0, count);
        }
        System.out.flush();
    }
}
