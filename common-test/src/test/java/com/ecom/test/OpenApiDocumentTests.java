package com.ecom.test;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    void asksForWhatIsOtherwiseToBeWrittenDown() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> written(API.formatted("")).mustEqual(API.formatted(MORE)))
                .withMessageContaining("contracts.update");
    }

    @Test
    void writesDownHowItIs() throws IOException {
        new OpenApiDocument(folder.resolve("api.json"), true).mustEqual(API.formatted(MORE));

        new OpenApiDocument(folder.resolve("api.json"), false).mustEqual(API.formatted(MORE));
    }

    private OpenApiDocument written(String document) throws IOException {
        var file = folder.resolve("api.json");
        Files.writeString(file, OpenApiDocument.readable(document));
        return new OpenApiDocument(file, false);
    }
}
