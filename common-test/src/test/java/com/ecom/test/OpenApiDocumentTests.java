package com.ecom.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenApiDocumentTests {

    private static final String API = """
            {"openapi":"3.1.0","info":{"title":"t","version":"1"},"paths":{
              "/things":{"get":{"responses":{"200":{"description":"OK"}}}}%s}}
            """;
    private static final String MORE = ",\"/more\":{\"get\":{\"responses\":{\"200\":{\"description\":\"OK\"}}}}";

    @TempDir
    Path folder;

    @Test
    void acceptsWhatIsAsWritten() throws IOException {
        assertThatCode(() -> written(API.formatted("")).mustEqual(API.formatted("")))
                .doesNotThrowAnyException();
    }

    @Test
    void asksForAnAdditionToBeWrittenDown() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> written(API.formatted("")).mustEqual(API.formatted(MORE)))
                .withMessageContaining("contracts.update");
    }

    @Test
    void refusesWhatWouldBreakItsUsers() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> written(API.formatted(MORE)).mustEqual(API.formatted("")))
                .withMessageContaining("would break its users");
    }

    @Test
    void correctsWhatWasNeverSoAndSaysWhy() throws IOException {
        written(API.formatted(MORE), true, "there never was more").mustEqual(API.formatted(""));

        assertThat(folder.resolve("api.json")).content().doesNotContain("/more");
        assertThat(folder.resolve("corrections.md")).content().contains("- api.json: there never was more");
    }

    private OpenApiDocument written(String document) throws IOException {
        return written(document, false, null);
    }

    private OpenApiDocument written(String document, boolean updating, @Nullable String correction) throws IOException {
        var file = folder.resolve("api.json");
        Files.writeString(file, OpenApiDocument.readable(document));
        return new OpenApiDocument(file, updating, correction);
    }
}
