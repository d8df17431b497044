package com.ecom.core.problems;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/** Says of every operation that whatever else it answers is a problem. */
class DocumentedProblems implements GlobalOpenApiCustomizer {

    private static final String NAME = "Problem";
    private static final String MEDIA_TYPE = "application/problem+json";

    @Override
    public void customise(OpenAPI document) {
        document.getComponents()
                .addSchemas(NAME, schema())
                .addResponses(
                        NAME,
                        new ApiResponse()
                                .description("What went wrong (RFC 9457); what each code means is in docs/problems.md")
                                .content(new Content().addMediaType(MEDIA_TYPE, new MediaType().schema(reference()))));
        document.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .forEach(it -> it.getResponses().addApiResponse(ApiResponses.DEFAULT, new ApiResponse().$ref(NAME)));
    }

    private static Schema<?> reference() {
        return new Schema<>().$ref(NAME);
    }

    private static Schema<?> schema() {
        Schema<?> problem = new ObjectSchema();
        problem.addProperty("type", new StringSchema().format("uri-reference"));
        problem.addProperty("title", new StringSchema());
        problem.addProperty("status", new IntegerSchema());
        problem.addProperty("detail", new StringSchema());
        problem.addProperty("instance", new StringSchema().format("uri-reference"));
        problem.addProperty("code", new StringSchema().pattern("[A-Z][A-Z0-9_]*"));
        problem.addProperty("correlationId", new StringSchema().format("uuid"));
        problem.setRequired(List.of("type", "title", "status", "code"));
        return problem;
    }
}
