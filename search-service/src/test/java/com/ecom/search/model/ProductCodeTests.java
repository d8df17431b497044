package com.ecom.search.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProductCodeTests {

    @ParameterizedTest
    @ValueSource(strings = {"HL-2130", "hl 2130", "HL.2130", "hl2130"})
    void isTheSameHoweverItIsWritten(String text) {
        assertThat(ProductCode.of(text)).isEqualTo("hl2130");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HL-2130", "hl 2130", "42-315", "BLK-XL-BIG", "4006381333931", "A4-80G", "AC/DC"})
    void matchesDigitsOrSignsWithinAWord(String text) {
        assertThat(ProductCode.isMeantBy(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "mug", "blue mug", "blue - mug", "mug!", "a1", "--", "(mug)"})
    void doesNotMatchPlainWords(String text) {
        assertThat(ProductCode.isMeantBy(text)).isFalse();
    }
}
