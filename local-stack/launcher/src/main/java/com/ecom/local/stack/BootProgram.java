package com.ecom.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A Spring Boot jar taken apart, because it starts faster that way. */
record BootProgram(Path jar, Path workplace) {

    /** Whether the jar has been built anew since it was taken apart. */
    boolean isOutdated() throws IOException {
        return !FileStamp.of(folder()).isAfter(FileStamp.of(jar));
    }

    void takeApart(Part.OneOff once) throws IOException, InterruptedException {
        if (!Files.exists(jar)) {
            throw new IOException("There is no %s: build it first".formatted(jar));
        }
        if (isOutdated()) {
            var halfDone = workplace.resolve("extracting");
            StackFolder.delete(folder());
            StackFolder.delete(halfDone);
            once.run(
                    Command.smallJava(workplace, "-Djarmode=tools", "-jar", jar, "extract", "--destination", halfDone));
            Files.move(halfDone, folder());
        }
    }

    Command java(Object... arguments) {
        return Command.java(workplace, arguments).withOptions("-jar", folder().resolve(jar.getFileName()));
    }

    private Path folder() {
        return workplace.resolve("application");
    }
}
