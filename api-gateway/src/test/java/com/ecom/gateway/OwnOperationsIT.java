package com.ecom.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.core.security.AccessPolicy;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** What the gateway answers by itself. */
class OwnOperationsIT extends GatewayScenario {

    @Autowired
    RequestMappingHandlerMapping handlers;

    @Test
    void everyOperationOfOursHasARowInThePolicyAndEveryRowAnOperation() {
        var mapped = handlers.getHandlerMethods().entrySet().stream()
                .filter(it -> it.getValue().getBeanType().getName().startsWith("com.ecom."))
                .flatMap(it -> it.getKey().getMethodsCondition().getMethods().stream()
                        .flatMap(method -> it.getKey().getPatternsCondition().getPatterns().stream()
                                .map(path -> method + " " + path.getPatternString())))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(mapped)
                .isEqualTo(AccessPolicy.load().of("api-gateway").stream()
                        .map(it -> it.method() + " " + it.path())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void theShopWindowLearnsWhatToShow() throws Exception {
        var answer = send(request("/internal/frontend-flags"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"betaBannerEnabled\":false,\"adminConsoleEnabled\":true}");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("max-age=30, public");
        isSafeForBrowsers(answer);
    }

    @Test
    void showsAllDocumentsOnOnePage() throws Exception {
        var begin = send(request("/swagger-ui"));
        assertThat(begin.statusCode()).isEqualTo(302);
        assertThat(begin.headers().firstValue("Location")).hasValue("/swagger-ui/index.html");
        var page = send(request("/swagger-ui/index.html"));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("swagger-initializer.js");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("script-src 'self';");
        var list = send(request("/swagger-ui/swagger-initializer.js"));
        for (var service : AccessPolicy.load().operations().keySet()) {
            assertThat(list.body()).contains("/api-docs/" + service);
            var document = send(request("/api-docs/" + service));
            assertThat(document.statusCode()).as(service).isEqualTo(200);
            isSafeForBrowsers(document);
        }
        assertThat(send(request("/swagger-ui/swagger-ui-bundle.js")).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/swagger-ui/application.yml",
                "/swagger-ui/swagger-ui.js.map",
                "/swagger-ui/pom.properties",
                "/api-docs/nobody",
                "/api-docs/access-policy.yaml"
            })
    void showsNothingElse(String path) throws Exception {
        refused(send(request(path)), 404, "NO_SUCH_ROUTE");
    }
}
