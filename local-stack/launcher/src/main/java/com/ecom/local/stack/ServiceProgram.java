package com.ecom.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A service's jar taken apart, because it starts faster that way. */
record ServiceProgram(Path jar, Path workplace) {

    private static final Object[] QUICK_START = {
        "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+UseCompactObjectHeaders"
    };

    private static final Object[] SMALL = {"-Xss512k", "-Xmx192m", "-XX:ReservedCodeCacheSize=64m"};

    private static final Object[] PRODUCTION = {"-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-Xmx512m"};

    private static final Object[] ALWAYS = {
        "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"
    };

    boolean isOutdated() throws IOException {
        return !FileStamp.of(folder()).isAfter(FileStamp.of(jar));
    }

    void extract(Part.OneOff once) throws IOException, InterruptedException {
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

    Command quickStart() {
        return java().withOptions(SMALL).withOptions(QUICK_START);
    }

    Command production() {
        return java().withOptions(PRODUCTION);
    }

    /** Goes with the application when that is built anew. */
    Path startCache() {
        return folder().resolve("start.aot");
    }

    private Command java() {
        return Command.java(workplace, "-jar", folder().resolve(jar.getFileName()))
                .withOptions(ALWAYS);
    }

    private Path folder() {
        return workplace.resolve("application");
    }
}
