package com.ecom.gateway.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.core.security.AccessPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.server.PathContainer;

class OperationsTests {

    private final AccessPolicy policy = AccessPolicy.load();
    private final Operations operations = new Operations(policy);

    @Test
    void findsEveryOperationOfThePolicyAtItsOwnPath() {
        policy.operations()
                .forEach((service, rows) -> rows.forEach(row -> assertThat(
                                operations.at(path(row.path().replaceAll("\\{[^}]+}", "7"))))
                        .anySatisfy(it -> {
                            assertThat(it.operation()).isEqualTo(row);
                            assertThat(it.service()).isEqualTo(service);
                        })));
        assertThat(operations.all())
                .hasSize(policy.operations().values().stream()
                        .mapToInt(java.util.List::size)
                        .sum());
    }

    @Test
    void aFixedPathComesBeforeAPatternThatMatchesItToo() {
        assertThat(operations
                        .at(path("/api/reviews/mine"))
                        .getFirst()
                        .operation()
                        .path())
                .isEqualTo("/api/reviews/mine");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api",
                "/api/",
                "/api/admin",
                "/api/orders/",
                "/api/orders/7/",
                "//api/orders",
                "/api//orders",
                "/API/orders",
                "/api/%6frders",
                "/api/orders/7/cancel/now",
                "/actuator/health",
                "/internal/health",
                "/swagger-ui/a/b",
                "/api/orders;v=1/7/8/9"
            })
    void thereIsNothingElse(String path) {
        assertThat(operations.at(path(path))).isEmpty();
    }

    private static PathContainer path(String value) {
        return PathContainer.parsePath(value);
    }
}
