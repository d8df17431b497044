package com.ecom.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeTests {

    @ParameterizedTest
    @ValueSource(strings = {"HL-2130", "hl 2130", "HL.2130", "hl2130"})
    void isTheSameHoweverItIsWritten(String text) {
        assertThat(Code.of(text)).isEqualTo("hl2130");
    }
}
