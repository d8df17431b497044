package com.ecom.test;

import static com.ecom.test.OperationRequests.nameOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.core.security.AccessPolicy.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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
    private final boolean updating;

    /** @param updating whether what is otherwise is to be written down */
    OpenApiDocument(Path file, boolean updating) {
        this.file = file;
        this.updating = updating;
    }

    static OpenApiDocument of(String service) {
        return new OpenApiDocument(
                Path.of("..", "contracts", "openapi", service + ".json"), Boolean.getBoolean("contracts.update"));
    }

    /** Run with {@code -Dcontracts.update=true} to write down how it is now; {@code ./ecom release check} says whom that breaks. */
    void mustEqual(String live) {
        var now = readable(live);
        if (updating) {
            write(now);
        }
        assertThat(Files.exists(file) && read().equals(now))
                .as("The API is not as %s says; run with -Dcontracts.update=true", file)
                .isTrue();
    }

    /** What each operation does, and who may call it. */
    static void mustDescribe(List<Operation> operations, String service, String live) {
        var document = JSON.readTree(live);
        assertThat(document.path("info").path("title").asString()).isEqualTo("Ecom " + service);
        for (var operation : operations) {
            var written = document.path("paths")
                    .path(operation.path())
                    .path(operation.method().name().toLowerCase(Locale.ROOT));
            assertThat(written.path("summary").asString("")
                            + written.path("description").asString(""))
                    .as(nameOf(operation))
                    .isNotBlank();
            assertThat(written.path("security").isEmpty()).as(nameOf(operation)).isEqualTo(operation.isPublic());
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
