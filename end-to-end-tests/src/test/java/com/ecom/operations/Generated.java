package com.ecom.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that is made of another one and kept beside it, so that people can read it. */
final class Generated {

    private Generated() {}

    /** Run with {@code -Dops.update=true} to write down how it is now. */
    static void mustEqual(Path file, String made) throws IOException {
        if (Boolean.getBoolean("ops.update")) {
            Files.writeString(file, made);
        }
        assertThat(file)
                .as("Is not what it is made of; run with -Dops.update=true")
                .hasContent(made);
    }
}
