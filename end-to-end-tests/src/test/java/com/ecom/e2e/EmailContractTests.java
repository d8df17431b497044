package com.ecom.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** There is one rule for e-mail addresses, at every door and in every event. */
class EmailContractTests {

    private static final int LONGEST = 254;
    /** They only look an address up, and so find accounts from before the rule. */
    private static final Set<String> LOOK_UPS = Set.of(
            "auth-service.json: post /api/auth/login body", "auth-service.json: post /api/auth/password-reset body");

    @Test
    void everyRequestThatNamesAnAddressSaysTheOneRule() {
        var fields = RequestFields.named("email");

        assertThat(fields).hasSizeGreaterThan(5).containsKeys(LOOK_UPS.toArray(String[]::new));
        assertThat(fields).allSatisfy((where, schema) -> {
            assertThat(schema.path("maxLength").asInt()).as(where).isEqualTo(LONGEST);
            assertThat(schema.path(LOOK_UPS.contains(where) ? "pattern" : "format")
                            .asString())
                    .as(where)
                    .isEqualTo(LOOK_UPS.contains(where) ? "[!-~]*" : "email");
        });
    }

    @Test
    void everyEventThatNamesAnAddressRefersToTheOneType() throws IOException {
        try (var schemas = Files.walk(RequestFields.CONTRACTS.resolve("events"))) {
            var named = schemas.filter(it -> it.endsWith("schema.json"))
                    .map(it -> JsonMapper.shared().readTree(it).at("/properties/email"))
                    .filter(it -> !it.isMissingNode())
                    .toList();
            assertThat(named)
                    .hasSizeGreaterThan(10)
                    .allSatisfy(it -> assertThat(it.path("$ref").asString()).isEqualTo("../types.json#/$defs/email"));
        }
        var type = JsonMapper.shared()
                .readTree(RequestFields.CONTRACTS.resolve("events/types.json"))
                .at("/$defs/email");
        assertThat(type.path("format").asString()).isEqualTo("email");
        assertThat(type.path("maxLength").asInt()).isEqualTo(LONGEST);
    }
}
