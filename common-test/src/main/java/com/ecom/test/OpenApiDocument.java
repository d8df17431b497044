package com.ecom.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openapitools.openapidiff.core.OpenApiCompare;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An API as it is written down in {@code contracts/openapi}, the word that its users have. */
final class OpenApiDocument {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final Path file;

    OpenApiDocument(Path file) {
        this.file = file;
    }

    static OpenApiDocument of(String service) {
        return new OpenApiDocument(Path.of("..", "contracts", "openapi", service + ".json"));
    }

    /** Run with {@code -Dcontracts.update=true} to write down what was added; what would break users is refused even then. */
    void mustEqual(String live) {
        var now = readable(live);
        if (!Files.exists(file)) {
            assertThat(updating())
                    .as("%s does not exist; run with -Dcontracts.update=true", file)
                    .isTrue();
            write(now);
            return;
        }
        var written = read();
        if (written.equals(now)) {
            return;
        }
        var difference = OpenApiCompare.fromContents(written, now);
        assertThat(difference.isCompatible())
                .as("The API would break its users: %s", difference.getChangedElements())
                .isTrue();
        assertThat(updating())
                .as("The API is not as %s says; run with -Dcontracts.update=true", file)
                .isTrue();
        write(now);
    }

    private static boolean updating() {
        return Boolean.getBoolean("contracts.update");
    }

    static String readable(String document) {
        var tree = (ObjectNode) JSON.readTree(document);
        tree.remove("servers");
        return JSON.writeValueAsString(tree).replace("\r\n", "\n") + "\n";
    }

    private String read() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String document) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
