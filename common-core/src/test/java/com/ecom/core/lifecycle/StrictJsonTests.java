package com.ecom.core.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class StrictJsonTests {

    private final JsonMapper json = mapper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"quantity\": \"2\"}",
                "{\"quantity\": \"\"}",
                "{\"quantity\": 1.0}",
                "{\"amount\": \"1999\"}",
                "{\"amount\": true}",
                "{\"share\": \"0.5\"}",
                "{\"gift\": \"true\"}",
                "{\"gift\": 1}",
                "{\"name\": 42}",
                "{\"name\": \"a\", \"name\": \"b\"}"
            })
    void whatIsOfAnotherKindIsNotTakenForWhatItMayMean(String wish) {
        assertThatThrownBy(() -> json.readValue(wish, GiftLine.class)).isInstanceOf(JacksonException.class);
    }

    @Test
    void whatIsOfItsKindIsTaken() {
        var wish = "{\"quantity\": 2, \"amount\": 1999, \"share\": 1, \"gift\": true, \"name\": \"42\"}";

        assertThat(json.readValue(wish, GiftLine.class)).isEqualTo(new GiftLine(2, 1_999L, 1.0, true, "42"));
    }

    private static JsonMapper mapper() {
        // As ecom-defaults.yml sets it.
        var builder = JsonMapper.builder().disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        new ServiceAutoConfiguration().strictJson().customize(builder);
        return builder.build();
    }

    private record GiftLine(int quantity, Long amount, double share, boolean gift, String name) {}
}
