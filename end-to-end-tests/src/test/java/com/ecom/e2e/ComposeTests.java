package com.ecom.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.local.stack.Checkout;
import com.ecom.local.stack.Names;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.json.JsonMapper;

/** What can be said of the compose file without a container engine. */
class ComposeTests {

    private static final List<String> SECRETS = List.of("PASSWORD", "SECRET", "API_KEY", "ENCRYPTIONKEY");

    /**
     * What each image has to be asked with, by its Dockerfile: Debian, Oracle Linux and UBI bring what is named; Alpine
     * (GreenMail, Kafka) has the tools of BusyBox, and its shell knows no {@code /dev/tcp}.
     */
    private static final Map<String, Set<String>> TOOLS = Map.of(
            "mysql", Set.of("mysqladmin"),
            "apache/kafka", Set.of("/opt/kafka/bin/kafka-broker-api-versions.sh"),
            "redis", Set.of("redis-cli"),
            "mongo", Set.of("mongosh"),
            "elasticsearch", Set.of("curl"),
            "greenmail/standalone", Set.of("nc", "wget"),
            "openzipkin/zipkin-slim", Set.of("docker-healthcheck"),
            "eclipse-temurin", Set.of("curl", "wget"));

    private final Map<String, Map<String, Object>> services;
    private final Map<String, Object> volumes;

    ComposeTests() throws IOException {
        Map<String, Map<String, Map<String, Object>>> document =
                new Yaml(new SafeConstructor(new LoaderOptions())).load(strip(Files.readString(file())));
        services = Objects.requireNonNull(document.get("services"));
        volumes = new java.util.LinkedHashMap<>(Objects.requireNonNull(document.get("volumes")));
    }

    @Test
    void saysNothingThatComposeDoesNotUnderstand() throws IOException {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Objects.requireNonNull(ComposeTests.class.getResourceAsStream("/compose.schema.json")));
        var merged =
                new Yaml(new SafeConstructor(new LoaderOptions())).<Map<String, Object>>load(Files.readString(file()));

        assertThat(schema.validate(JsonMapper.shared().writeValueAsString(merged), InputFormat.JSON))
                .isEmpty();
        merged.put("volums", Map.of());
        assertThat(schema.validate(JsonMapper.shared().writeValueAsString(merged), InputFormat.JSON))
                .hasSize(1);
    }

    @Test
    void runsEveryService() {
        assertThat(services.keySet()).containsAll(Names.SERVICES);
    }

    @Test
    void everyStoreSaysWhetherItIsHealthy() {
        services.forEach((name, it) -> {
            if (!Names.SERVICES.contains(name)) {
                assertThat(it).as(name).containsKey("healthcheck");
            }
        });
    }

    @Test
    void everyHealthCheckUsesWhatItsImageHas() {
        services.forEach((name, it) -> {
            if (it.get("healthcheck") instanceof Map<?, ?> check && check.get("test") instanceof List<?> command) {
                var image = String.valueOf(it.get("image")).split(":", 2)[0];
                var program = command.get(1).toString().split(" ", 2)[0];
                assertThat(TOOLS.get(image)).as(name).contains(program);
                assertThat(command.toString()).as(name).doesNotContain("/dev/tcp");
            }
        });
    }

    @Test
    void everyServiceWaitsForTheHealthOfWhatItNeeds() {
        for (var name : Names.SERVICES) {
            var needs = (Map<?, ?>) Objects.requireNonNull(service(name).get("depends_on"), name);
            assertThat(needs).as(name).isNotEmpty();
            needs.forEach((needed, how) -> {
                assertThat(services).containsKey(needed.toString());
                assertThat(how).isEqualTo(Map.of("condition", "service_healthy"));
            });
        }
    }

    @Test
    void noSecretHasAValueInTheFile() {
        services.forEach((name, it) -> {
            if (it.get("environment") instanceof Map<?, ?> environment) {
                environment.forEach((variable, value) -> {
                    if (SECRETS.stream().anyMatch(variable.toString()::endsWith)) {
                        assertThat(String.valueOf(value))
                                .as("%s of %s", variable, name)
                                .startsWith("${")
                                .contains(":?");
                    }
                });
            }
        });
    }

    @Test
    void everyNamedVolumeIsDeclared() {
        services.values().stream()
                .filter(it -> it.get("volumes") instanceof List<?>)
                .flatMap(it -> ((List<?>) Objects.requireNonNull(it.get("volumes"))).stream())
                .map(it -> it.toString().split(":", 2)[0])
                .filter(it -> !it.startsWith("."))
                .forEach(it -> assertThat(volumes).containsKey(it));
    }

    private static Path file() {
        return Checkout.find().root().resolve("docker-compose.yml");
    }

    private Map<String, Object> service(String name) {
        return Objects.requireNonNull(services.get(name), name);
    }

    private static String strip(String yaml) {
        return yaml.replaceFirst("(?m)^name: .*$", "");
    }
}
