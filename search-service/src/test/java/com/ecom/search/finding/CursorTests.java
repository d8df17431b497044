package com.ecom.search.finding;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch._types.FieldValue;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTests {

    @Test
    void leadsBackToWhereItWasTaken() {
        var name = List.of(FieldValue.of("two\nlines"), FieldValue.of("p-1"));
        var price = List.of(FieldValue.of(1_499), FieldValue.of("p-1"));

        assertThat(Cursor.positionOf(Cursor.after(Sorting.NAME, name), Sorting.NAME))
                .extracting(FieldValue::_toJsonString)
                .containsExactly("two\nlines", "p-1");
        assertThat(Cursor.positionOf(Cursor.after(Sorting.PRICE, price), Sorting.PRICE))
                .extracting(FieldValue::_toJsonString)
                .containsExactly("1499", "p-1");
    }

    @Test
    void meansNothingInAnotherOrder() {
        var cursor = Cursor.after(Sorting.PRICE, List.of(FieldValue.of(1_499), FieldValue.of("p-1")));

        assertThat(Cursor.positionOf(cursor, Sorting.NAME)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%%%", "UFJJQ0U", "UFJJQ0UKeApwLTE"})
    void beginsAtTheFirstPageIfItIsNoneOfOurs(String cursor) {
        assertThat(Cursor.positionOf(cursor, Sorting.PRICE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "1e999"})
    void beginsAtTheFirstPageIfItHoldsWhatIsNoScore(String score) {
        var text = "RELEVANCE\n%s\np-1".formatted(score).getBytes(StandardCharsets.UTF_8);
        var cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(text);

        assertThat(Cursor.positionOf(cursor, Sorting.RELEVANCE)).isEmpty();
    }
}
