package com.ecom.search.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedQueryTests {

    @ParameterizedTest
    @CsvSource({
        "' Garden  Lamp ', garden lamp",
        "ＬＡＭＰ, lamp",
        "KÜHLSCHRANK, kühlschrank",
        "'garden\tlamp', garden lamp",
        "'la\u202emp', lamp",
        "'a\u0000b', a b",
        "HL-2130, hl-2130",
        "1920 x 1080 monitor, 1920 x 1080 monitor"
    })
    void theSameWordsAreOneQuery(String typed, String counted) {
        assertThat(TypedQuery.of(typed)).contains(new TypedQuery(counted));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ann@example.com",
                "mail to ann @ example.com",
                "+49 (30) 123-4567",
                "call 0171 2345678 now",
                "4242 4242 4242 4242",
                "DE89370400440532013000",
                "٠١٢٣٤٥٦٧"
            })
    void whatMayNameAPersonIsNotCounted(String typed) {
        assertThat(TypedQuery.of(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u3000", "\u200b\u202e", "\ud83d"})
    void nothingIsNoQuery(String typed) {
        assertThat(TypedQuery.of(typed)).isEmpty();
    }

    @Test
    void aLongTextCountsByItsBeginning() {
        assertThat(TypedQuery.of("😀".repeat(150))).contains(new TypedQuery("😀".repeat(100)));
    }
}
