package com.ecom.order.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.HashSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OrderNumberTests {

    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final OrderNumber number = OrderNumber.of(OrderId.of("01970000-0000-7000-8000-12fedcba9876"));

    @Test
    void leadsBackToTheEndOfTheId() {
        assertThat(number.endOfId()).isEqualTo("fedcba9876");
        assertThat(number.toString()).matches("[0-9A-HJKMNP-TV-Z]{3}(-[0-9A-HJKMNP-TV-Z]{3}){2}");
        assertThat(OrderNumber.of(OrderId.of("01970000-0000-7000-8000-000000000000"))
                        .endOfId())
                .isEqualTo("0000000000");
    }

    @Test
    void isReadHoweverItIsWritten() {
        var wanted = OrderNumber.of(OrderId.of("01970000-0000-7000-8000-000000008000"));
        assertThat(wanted.value()).startsWith("00001000");
        var typed = wanted.toString()
                .toLowerCase(java.util.Locale.ROOT)
                .replace('0', 'o')
                .replace('1', 'l');

        assertThat(OrderNumber.read(" " + typed.replace('-', ' '))).contains(wanted);
    }

    @Test
    void noSingleSlipAndNoExchangeGoesUnnoticed() {
        var value = number.value();
        for (int at = 0; at < value.length(); at++) {
            for (var other : DIGITS.chars().mapToObj(Character::toString).toList()) {
                var slip = value.substring(0, at) + other + value.substring(at + 1);
                assertThat(OrderNumber.read(slip).isPresent()).isEqualTo(slip.equals(value));
            }
            for (int with = at + 1; with < value.length(); with++) {
                var exchanged = new StringBuilder(value);
                exchanged.setCharAt(at, value.charAt(with));
                exchanged.setCharAt(with, value.charAt(at));
                assertThat(OrderNumber.read(exchanged.toString()).isPresent())
                        .isEqualTo(exchanged.toString().equals(value));
            }
        }
        assertThat(OrderNumber.read("")).isEmpty();
        assertThat(OrderNumber.read(value + "0")).isEmpty();
    }

    @Test
    void ordersThatArePlacedTogetherHaveOthersThatFollowFromNothing() {
        var numbers = new HashSet<String>();
        Stream.generate(UuidCreator::getTimeOrderedEpoch)
                .limit(2_000)
                .map(it -> OrderNumber.of(new OrderId(it)).value())
                .forEach(numbers::add);

        assertThat(numbers).hasSizeGreaterThan(1_998);
        assertThat(numbers.stream().map(it -> it.substring(0, 1)).distinct()).hasSizeGreaterThan(20);
        assertThat(numbers.stream().map(it -> it.substring(7, 8)).distinct()).hasSizeGreaterThan(20);
    }
}
