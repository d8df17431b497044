package com.ecom.test;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The event contracts: schemas, examples, and who sends and reads what. */
public final class EventSchemas {

    private static final String ADDRESS = "https://ecom.example/contracts/";

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            it -> it.schemaIdResolvers(ids -> ids.mapPrefix(ADDRESS, "classpath:contracts/")));

    private EventSchemas() {}

    /** @throws AssertionError naming every way in which the payload breaks the contract of its type */
    public static void check(String type, String payload) {
        var location = SchemaLocation.of(ADDRESS + "events/" + type + "/schema.json");
        var errors = REGISTRY.getSchema(location)
                .validate(
                        payload,
                        InputFormat.JSON,
                        it -> it.executionConfig(config -> config.formatAssertionsEnabled(true)));
        if (!errors.isEmpty()) {
            throw new AssertionError("A %s breaks its contract: %s in %s".formatted(type, errors, payload));
        }
    }

    public static List<String> examplesOf(String type) {
        try {
            var found = new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:contracts/events/%s/examples/*.json".formatted(type));
            return Stream.of(found).map(EventSchemas::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All types that there are, by the catalogue. */
    public static Set<String> types() {
        return new TreeSet<>(catalogue().keySet());
    }

    /** The types that this service sends, by the catalogue. */
    public static Set<String> sentBy(String service) {
        var types = new TreeSet<String>();
        catalogue().forEach((type, message) -> {
            if (service.equals(message.get("x-producer"))) {
                types.add(type);
            }
        });
        return types;
    }

    /** The types that this service reads, by the catalogue. */
    public static Set<String> readBy(String service) {
        var types = new TreeSet<String>();
        catalogue().forEach((type, message) -> {
            if (message.get("x-consumers") instanceof List<?> consumers && consumers.contains(service)) {
                types.add(type);
            }
        });
        return types;
    }

    private static Map<String, Map<String, Object>> catalogue() {
        try (var in = new ClassPathResource("contracts/asyncapi.yaml").getInputStream()) {
            Map<String, Map<String, Map<String, Map<String, Object>>>> document =
                    new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return document.getOrDefault("components", Map.of()).getOrDefault("messages", Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Resource resource) {
        try {
            return resource.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
