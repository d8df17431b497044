package com.ecom.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;

/** Figures for {@code ./ecom prove}, which gathers them. */
final class Report {

    private Report() {}

    static void write(String name, Object figures) {
        try {
            var folder = Files.createDirectories(Path.of("target/prove"));
            Files.writeString(
                    folder.resolve(name + ".json"), JsonMapper.shared().writeValueAsString(figures));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
