package com.ecom.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A Spring Boot jar, run from its parts, because it starts faster that way. */
record BootProgram(Path jar, Path workplace, Path sharedLibraries) {

    static BootProgram of(Site site, Path jar, String part) throws IOException {
        return new BootProgram(
                jar, site.folder().workplace(part), site.checkout().tools().resolve("libraries"));
    }

    /** Whether the jar has been built anew since it was taken apart. */
    boolean isOutdated() throws IOException {
        return !FileStamp.of(folder()).isAfter(FileStamp.of(jar));
    }

    void takeApart() throws IOException {
        if (!Files.exists(jar)) {
            throw new IOException("There is no %s: build it first".formatted(jar));
        }
        if (isOutdated()) {
            new Extraction(jar, sharedLibraries).into(folder());
        }
    }

    Command java(Object... arguments) {
        return Command.java(workplace, arguments).withOptions("-jar", folder().resolve(jar.getFileName()));
    }

    /** Goes with the program when that is built anew. */
    Path startCache() {
        return folder().resolve("start.aot");
    }

    private Path folder() {
        return workplace.resolve("application");
    }
}
