package com.ecom.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a JVM has learned for its next starts: the classes it needs and, where it had load, which of its methods are hot
 * (JEP 483, 514 and 515). All stacks of a checkout share it.
 *
 * @param builtFrom the program, which makes it worthless by being built anew
 */
public record StartCache(Path file, Path builtFrom) {

    public boolean isGood() throws IOException {
        return Files.exists(file) && FileStamp.of(file).isAfter(FileStamp.of(builtFrom));
    }

    /** Makes room for a new one. */
    public void forget() throws IOException {
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(file);
    }

    public Command use(Command command) {
        return command.withOptions("-XX:AOTCache=" + file);
    }

    /** The process writes it when it ends, which takes it a minute or so. */
    public Command learn(Command command) {
        return command.withOptions("-XX:AOTCacheOutput=" + file);
    }
}
