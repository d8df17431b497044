package com.ecom.cart.shopping;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 9110, 13.1.1. */
class IfMatchTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "\"3\"                | true",
                "\"2\", \"3\"         | true",
                "\"2\",\"3\",\"4\"    | true",
                "W/\"2\", \"3\"       | true",
                "W/\"3\"              | false",
                "W/\"3\", \"2\"       | false",
                "\"2\"                | false",
                "\"33\"               | false",
                "3                    | false",
                "nonsense             | false",
                "''                   | false"
            })
    void admitsAVersionThatAStrongTagOfTheListNames(String header, boolean admitted) {
        assertThat(requireNonNull(IfMatch.of(header)).admits(3)).isEqualTo(admitted);
    }

    @Test
    void aStarOrNoHeaderAsksForNoCertainVersion() {
        assertThat(IfMatch.of(null)).isNull();
        assertThat(IfMatch.of("*")).isNull();
    }
}
