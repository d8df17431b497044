package com.ecom.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
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

    private static final String CORRECTIONS = """
            # Corrections

            Where a document promised what the service never did, it was changed though programs that believed it would call
            that a break. Written by `HttpContractIT` with `-Dcontracts.correction=…`.

            """;

    private final Path file;
    private final boolean updating;
    private final @Nullable String correction;

    /**
     * @param updating whether what was added is to be written down
     * @param correction why what would break users may be written down, too; null if it may not
     */
    OpenApiDocument(Path file, boolean updating, @Nullable String correction) {
        this.file = file;
        this.updating = updating;
        this.correction = correction;
    }

    static OpenApiDocument of(String service) {
        return new OpenApiDocument(
                Path.of("..", "contracts", "openapi", service + ".json"),
                Boolean.getBoolean("contracts.update"),
                System.getProperty("contracts.correction"));
    }

    /**
     * Run with {@code -Dcontracts.update=true} to write down what was added; what would break users is refused even then.
     * Where the document only promised what was never so, {@code -Dcontracts.correction="what was never so"} writes it
     * down nevertheless, and the reason beside it.
     */
    void mustEqual(String live) {
        var now = readable(live);
        if (!Files.exists(file)) {
            assertThat(updating)
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
        assertThat(difference.isCompatible() || correction != null)
                .as("The API would break its users: %s", difference.getChangedElements())
                .isTrue();
        assertThat(updating)
                .as("The API is not as %s says; run with -Dcontracts.update=true", file)
                .isTrue();
        if (!difference.isCompatible()) {
            noteCorrection();
        }
        write(now);
    }

    private void noteCorrection() {
        var line = "- %s: %s%n".formatted(file.getFileName(), correction);
        var corrections = file.resolveSibling("corrections.md");
        try {
            if (!Files.exists(corrections)) {
                Files.writeString(corrections, CORRECTIONS);
            }
            if (!Files.readString(corrections).contains(line)) {
                Files.writeString(corrections, line, StandardOpenOption.APPEND);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
