package com.ecom.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.local.stack.Checkout;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.json.JsonMapper;

/** What can be said of the workflows without GitHub: they are well formed, and all they do is call {@code ./ecom}, on half a core too, or a script of {@code ops}. */
class WorkflowsTests {

    private static final Path FOLDER = Checkout.find().root().resolve(".github/workflows");

    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Objects.requireNonNull(WorkflowsTests.class.getResourceAsStream("/workflow.schema.json")));

    static List<Path> workflows() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.toList();
        }
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void saysNothingThatGitHubDoesNotUnderstandAndRunsOnlyWhatAnybodyCanRun(Path file) throws IOException {
        var workflow = new HashMap<>(read(file));
        assertThat(complaintsAbout(workflow)).isEmpty();

        workflow.put("permission", Map.of());
        assertThat(complaintsAbout(workflow)).hasSize(1);
    }

    private static List<Error> complaintsAbout(Map<String, Object> workflow) {
        return SCHEMA.validate(JsonMapper.shared().writeValueAsString(workflow), InputFormat.JSON);
    }

    private static Map<String, Object> read(Path file) throws IOException {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
    }
}
