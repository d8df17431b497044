package com.ecom.core.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DocumentedAnswersTests {

    private final DocumentedAnswers answers = new DocumentedAnswers();
    private final OpenAPI document = new OpenAPI().components(new Components());

    record Order(
            int total,
            @Nullable String comment,
            List<Line> lines,
            @JsonProperty("placed_at") String placedAt) {}

    record Line(String sku, @Nullable String gift) {}

    record ItemRequest(String sku, int quantity) {}

    record Address(String city) {}

    record WithAddress(Address address) {}

    @Test
    void anAnswerHasWhatIsNotNullableHoweverDeepWithinAndByTheNameOnTheWire() {
        describe(null, Order.class);

        assertThat(required("Order")).containsExactlyInAnyOrder("total", "lines", "placed_at");
        assertThat(required("Line")).containsExactly("sku");
    }

    @Test
    void whatIsAskedSaysByItsConstraintsAlone() {
        describe(ItemRequest.class, Line.class);

        assertThat(required("ItemRequest")).isNull();
        assertThat(required("Line")).containsExactly("sku");
    }

    @Test
    void whatIsAskedAndAnsweredMayBeAskedWithLess() {
        describe(Address.class, WithAddress.class);

        assertThat(required("Address")).isNull();
        assertThat(required("WithAddress")).containsExactly("address");
    }

    @Test
    void nothingOfHowItIsFoundOutIsLeft() {
        describe(ItemRequest.class, Order.class);

        assertThat(schema("Order").getExtensions()).isNullOrEmpty();
        assertThat(schema("ItemRequest").getExtensions()).isNullOrEmpty();
    }

    private @Nullable List<String> required(String name) {
        return schema(name).getRequired();
    }

    private Schema<?> schema(String name) {
        return Objects.requireNonNull(document.getComponents().getSchemas().get(name));
    }

    private void describe(@Nullable Class<?> asked, Class<?> answered) {
        var operation = new Operation()
                .responses(new ApiResponses().addApiResponse("200", new ApiResponse().content(of(answered))));
        if (asked != null) {
            operation.requestBody(new RequestBody().content(of(asked)));
        }
        document.paths(new Paths().addPathItem("/orders", new PathItem().post(operation)));
        answers.customise(document);
    }

    private Content of(Class<?> type) {
        var converters = new ModelConverters();
        converters.addConverter(answers);
        var resolved = converters.readAllAsResolvedSchema(new AnnotatedType(type));
        resolved.referencedSchemas.forEach(document.getComponents()::addSchemas);
        return new Content()
                .addMediaType(
                        "application/json",
                        new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + type.getSimpleName())));
    }
}
