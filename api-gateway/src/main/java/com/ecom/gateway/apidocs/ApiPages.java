package com.ecom.gateway.apidocs;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ecom.gateway.web.EdgeFilter;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

/** Swagger UI with all documents of the API, at {@code /swagger-ui}. */
@RestController
class ApiPages {

    private static final String LISTS_THE_DOCUMENTS = "swagger-initializer.js";
    private static final String INDEX = "index.html";
    /** Scripts only from the gateway; Swagger UI uses inline styles and data images. */
    private static final String ALLOWED = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final Map<String, MediaType> FILES = Map.of(
            INDEX,
            MediaType.TEXT_HTML,
            "index.css",
            new MediaType("text", "css"),
            "swagger-ui.css",
            new MediaType("text", "css"),
            "swagger-ui-bundle.js",
            new MediaType("text", "javascript"),
            "swagger-ui-standalone-preset.js",
            new MediaType("text", "javascript"),
            "favicon-16x16.png",
            MediaType.IMAGE_PNG,
            "favicon-32x32.png",
            MediaType.IMAGE_PNG);

    private final ApiDocuments documents;
    private final String folder;

    ApiPages(ApiDocuments documents) throws java.io.IOException {
        this.documents = documents;
        var library = PropertiesLoaderUtils.loadProperties(
                new ClassPathResource("META-INF/maven/org.webjars/swagger-ui/pom.properties"));
        this.folder = "META-INF/resources/webjars/swagger-ui/" + library.getProperty("version") + "/";
    }

    @GetMapping("/swagger-ui")
    ResponseEntity<Void> begin() {
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create("/swagger-ui/" + INDEX))
                .build();
    }

    @GetMapping("/swagger-ui/{file}")
    ResponseEntity<Object> page(@PathVariable String file, ServerWebExchange exchange) {
        EdgeFilter.allowPage(exchange, ALLOWED);
        if (file.equals(LISTS_THE_DOCUMENTS)) {
            return ResponseEntity.ok()
                    .contentType(new MediaType("text", "javascript", UTF_8))
                    .body(initializer());
        }
        var type = FILES.get(file);
        if (type == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Resource found = new ClassPathResource(folder + file);
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .body(found);
    }

    @GetMapping("/api-docs/{service}")
    ResponseEntity<String> document(@PathVariable String service) {
        var document = documents.of(service);
        if (document == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(document);
    }

    private String initializer() {
        var urls = documents.services().stream()
                .map("{url: '/api-docs/%1$s', name: '%1$s'}"::formatted)
                .collect(Collectors.joining(",\n    "));
        return """
                window.onload = () => {
                  window.ui = SwaggerUIBundle({
                    urls: [
                    %s],
                    dom_id: '#swagger-ui',
                    deepLinking: true,
                    validatorUrl: 'none',
                    presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
                    layout: 'StandaloneLayout'
                  });
                };
                """.formatted(urls);
    }
}
