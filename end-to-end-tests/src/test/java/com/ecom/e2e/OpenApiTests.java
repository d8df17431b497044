package com.ecom.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.core.security.AccessPolicy;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever integrates with the shop reads the exported documents, and nothing else. */
class OpenApiTests {

    private static final AccessPolicy POLICY = AccessPolicy.load();

    static List<String> services() {
        return POLICY.operations().keySet().stream().toList();
    }

    @ParameterizedTest
    @MethodSource("services")
    void everyOperationSaysWhatItPromisesAndWhoMayCallIt(String service) {
        var document = JsonMapper.shared()
                .readTree(RequestFields.CONTRACTS.resolve("openapi").resolve(service + ".json"));

        assertThat(document.at("/info/title").asString()).isEqualTo("Ecom " + service);
        assertThat(document.at("/info/version").asString()).isEqualTo("1");
        assertThat(document.path("paths").properties()).isNotEmpty();
        document.path("paths")
                .forEachEntry((path, methods) -> methods.forEachEntry((method, operation) -> {
                    var where = "%s %s %s".formatted(service, method, path);
                    assertThat(operation.path("summary").asString("")).as(where).isNotBlank();
                    assertThat(operation.path("description").asString(""))
                            .as(where)
                            .isNotBlank();
                    assertThat(needsAToken(operation)).as(where).isEqualTo(!isPublic(service, method, path));
                }));
    }

    private static boolean needsAToken(JsonNode operation) {
        return !operation.path("security").isEmpty();
    }

    private static boolean isPublic(String service, String method, String path) {
        return POLICY.of(service).stream()
                .filter(it -> it.path().equals(path)
                        && it.method().equals(HttpMethod.valueOf(method.toUpperCase(Locale.ROOT))))
                .findFirst()
                .orElseThrow(() -> new AssertionError("The policy has no row for %s %s".formatted(method, path)))
                .isPublic();
    }
}
