package com.ecom.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.HashSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReadableNumberTests {

    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final ReadableNumber number = ReadableNumber.of(UUID.fromString("01970000-0000-7000-8000-12fedcba9876"));

    @Test
    void leadsBackToTheEndOfTheId() {
        assertThat(number.endOfId()).isEqualTo("fedcba9876");
        assertThat(number.toString()).matches("[0-9A-HJKMNP-TV-Z]{3}(-[0-9A-HJKMNP-TV-Z]{3}){2}");
        assertThat(ReadableNumber.of(UUID.fromString("01970000-0000-7000-8000-000000000000"))
                        .endOfId())
                .isEqualTo("0000000000");
    }

    @Test
    void isReadHoweverItIsWritten() {
        var wanted = ReadableNumber.of(UUID.fromString("01970000-0000-7000-8000-000000008000"));
        assertThat(wanted.value()).startsWith("00001000");
        var typed = wanted.toString()
                .toLowerCase(java.util.Locale.ROOT)
                .replace('0', 'o')
                .replace('1', 'l');

        assertThat(ReadableNumber.read(" " + typed.replace('-', ' '))).contains(wanted);
    }

    @Test
    void noSingleSlipAndNoExchangeGoesUnnoticed() {
        var value = number.value();
        for (int at = 0; at < value.length(); at++) {
            for (var other : DIGITS.chars().mapToObj(Character::toString).toList()) {
                var slip = value.substring(0, at) + other + value.substring(at + 1);
                assertThat(ReadableNumber.read(slip).isPresent()).isEqualTo(slip.equals(value));
            }
            for (int with = at + 1; with < value.length(); with++) {
                var exchanged = new StringBuilder(value);
                exchanged.setCharAt(at, value.charAt(with));
                exchanged.setCharAt(with, value.charAt(at));
                assertThat(ReadableNumber.read(exchanged.toString()).isPresent())
                        .isEqualTo(exchanged.toString().equals(value));
            }
        }
        assertThat(ReadableNumber.read("")).isEmpty();
        assertThat(ReadableNumber.read(value + "0")).isEmpty();
    }

    @Test
    void idsThatAreMadeTogetherHaveOthersThatFollowFromNothing() {
        var numbers = new HashSet<String>();
        Stream.generate(UuidCreator::getTimeOrderedEpoch)
                .limit(2_000)
                .map(it -> ReadableNumber.of(it).value())
                .forEach(numbers::add);

        assertThat(numbers).hasSizeGreaterThan(1_998);
        assertThat(numbers.stream().map(it -> it.substring(0, 1)).distinct()).hasSizeGreaterThan(20);
        assertThat(numbers.stream().map(it -> it.substring(7, 8)).distinct()).hasSizeGreaterThan(20);
    }
}
