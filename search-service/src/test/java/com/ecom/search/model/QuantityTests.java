package com.ecom.search.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTests {

    @ParameterizedTest
    @CsvSource({
        "16 GB stick, 16GB stick",
        "16GB stick, 16 GB stick",
        "usb 2.0 m cable, usb 2.0m cable",
        "0.8l teapot, 0.8 l teapot",
        "15 inch laptop, 15inch laptop"
    })
    void isWrittenTogetherOrApart(String text, String other) {
        assertThat(Quantity.otherSpellingsIn(text)).containsExactly(other);
    }

    @Test
    void bothOfTwoAreWrittenAlike() {
        assertThat(Quantity.otherSpellingsIn("16 GB ram 512GB ssd"))
                .containsExactly("16GB ram 512GB ssd", "16 GB ram 512 GB ssd");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "laptop", "A4-80G", "hl2130", "3 mugs", "GB 16", "x16gb", "iphone 12"})
    void whatIsNoneIsLeftAlone(String text) {
        assertThat(Quantity.otherSpellingsIn(text)).isEmpty();
    }
}
