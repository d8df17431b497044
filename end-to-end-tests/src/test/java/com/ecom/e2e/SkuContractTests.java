package com.ecom.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.core.text.Sku;
import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** There is one rule for SKUs, at every door and in every event. */
class SkuContractTests {

    @Test
    void everyRequestThatNamesASkuSaysTheOneRule() {
        var fields = RequestFields.named("sku");
        assertThat(fields).hasSizeGreaterThan(8);
        assertThat(fields)
                .allSatisfy((where, schema) ->
                        assertThat(schema.path("pattern").asString()).as(where).isEqualTo(Sku.PATTERN));
    }

    @Test
    void eventsTakeTheSameSkus() throws IOException {
        var sku = JsonMapper.shared()
                .readTree(RequestFields.CONTRACTS.resolve("events/types.json"))
                .at("/$defs/sku");
        var ofEvents = Pattern.compile(sku.path("pattern").asString());
        var mostCharacters = sku.path("maxLength").asInt();
        for (var text : new String[] {"A", "a-1.b_C", "0".repeat(64), "0".repeat(65), "", "-a", "a b", "é", "a/b"}) {
            assertThat(ofEvents.matcher(text).find() && text.length() <= mostCharacters)
                    .as(text)
                    .isEqualTo(text.matches(Sku.PATTERN));
        }
    }
}
