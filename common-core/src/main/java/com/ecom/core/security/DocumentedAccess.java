package com.ecom.core.security;

import com.ecom.core.security.AccessPolicy.Operation;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Arrays;
import java.util.List;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/** Says in the API document whose it is, and of every operation who may call it, as the access policy has it. */
class DocumentedAccess implements GlobalOpenApiCustomizer {

    private static final String SCHEME = "accessToken";
    /** As callers ask for it, in {@code X-API-Version}. */
    private static final String VERSION = "1";

    private final String service;
    private final List<Operation> operations;

    DocumentedAccess(String service, List<Operation> operations) {
        this.service = service;
        this.operations = operations;
    }

    @Override
    public void customise(OpenAPI document) {
        document.info(new Info().title("Ecom " + service).version(VERSION));
        document.getComponents()
                .addSecuritySchemes(
                        SCHEME,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT")
                                .description(
                                        "An access token of auth-service; each operation names the roles it takes"));
        document.getPaths()
                .forEach((path, item) -> item.readOperationsMap()
                        .forEach((method, operation) -> operation.security(requirement(method, path))));
    }

    private List<SecurityRequirement> requirement(HttpMethod method, String path) {
        return operations.stream()
                .filter(it -> it.path().equals(path) && it.method().name().equals(method.name()))
                .filter(it -> !it.isPublic())
                .map(it -> new SecurityRequirement()
                        .addList(SCHEME, Arrays.stream(it.roles()).sorted().toList()))
                .toList();
    }
}
