package com.ecom.core.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.core.Nullness;

/**
 * Says in the API documents which fields an answer always has: those of a record that are not {@code @Nullable}, since what is
 * null is left out. What a request has to have is said by its constraints, and of what is both asked and answered as well.
 */
class DocumentedAnswers implements ModelConverter, GlobalOpenApiCustomizer {

    /** Where the names wait until it is known which schemas are those of answers. */
    private static final String NEVER_NULL = "x-never-null";

    private static final String SCHEMAS = "#/components/schemas/";

    @Override
    @SuppressWarnings("rawtypes") // As swagger-core has it.
    public @Nullable Schema resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> converters) {
        if (!converters.hasNext()) {
            return null;
        }
        var resolved = converters.next().resolve(type, context, converters);
        var of = Json.mapper().constructType(type.getType()).getRawClass();
        if (resolved != null && of.isRecord()) {
            var described = resolved.get$ref() == null
                    ? resolved
                    : context.getDefinedModels().get(nameIn(resolved.get$ref()));
            if (described != null) {
                described.addExtension(NEVER_NULL, neverNull(of));
            }
        }
        return resolved;
    }

    private static List<String> neverNull(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(it -> Nullness.forMethodReturnType(it.getAccessor()) == Nullness.NON_NULL)
                .map(DocumentedAnswers::nameOf)
                .toList();
    }

    private static String nameOf(RecordComponent component) {
        var name = component.getAccessor().getAnnotation(JsonProperty.class);
        return name == null || name.value().isEmpty() ? component.getName() : name.value();
    }

    @Override
    public void customise(OpenAPI document) {
        JsonNode written = Json.mapper().valueToTree(document);
        var answered = reachable("responses", written);
        answered.removeAll(reachable("requestBody", written));
        document.getComponents().getSchemas().forEach((name, schema) -> {
            var fields = takeNeverNull(schema);
            if (answered.contains(name)) {
                require(fields, schema);
            }
        });
    }

    private static List<String> takeNeverNull(Schema<?> schema) {
        var extensions = schema.getExtensions();
        return extensions != null && extensions.remove(NEVER_NULL) instanceof List<?> fields
                ? fields.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static void require(List<String> fields, Schema<?> schema) {
        var properties = schema.getProperties();
        if (properties != null && !fields.isEmpty()) {
            schema.required(fields.stream().filter(properties::containsKey).toList());
        }
    }

    /** The names of the schemas that this part of operations is described by, however deep within. */
    private static Set<String> reachable(String part, JsonNode document) {
        var names = new HashSet<String>();
        document.path("paths").findValues(part).forEach(it -> collect(it, document, names));
        return names;
    }

    private static void collect(JsonNode within, JsonNode document, Set<String> names) {
        for (var reference : within.findValuesAsText("$ref")) {
            var name = nameIn(reference);
            if (reference.startsWith(SCHEMAS) && names.add(name)) {
                collect(document.path("components").path("schemas").path(name), document, names);
            }
        }
    }

    private static String nameIn(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }
}
