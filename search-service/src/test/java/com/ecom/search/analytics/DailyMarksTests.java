package com.ecom.search.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DailyMarksTests {

    private static final LocalDate TODAY = LocalDate.parse("2026-01-15");

    private final DailyMarks marks = new DailyMarks();

    @Test
    void countsNetworksOnceAndUpToThree() {
        assertThat(marks.ask(TODAY, "mug", "a")).isEqualTo(1);
        assertThat(marks.ask(TODAY, "mug", "a")).isEqualTo(1);
        assertThat(marks.ask(TODAY, "mug", "b")).isEqualTo(2);
        assertThat(marks.ask(TODAY, "lamp", "b")).isEqualTo(1);
        assertThat(marks.ask(TODAY, "mug", "c")).isEqualTo(3);
        assertThat(marks.ask(TODAY, "mug", "d")).isEqualTo(3);
    }

    @Test
    void forgetsWhoAskedWithTheDay() {
        marks.ask(TODAY, "mug", "a");
        marks.click(TODAY, "mug", "p", "a");

        assertThat(marks.ask(TODAY.plusDays(1), "mug", "b")).isEqualTo(1);
        assertThat(marks.click(TODAY.plusDays(1), "mug", "p", "a")).isTrue();
    }

    @Test
    void countsAClickOfANetworkOnce() {
        assertThat(marks.click(TODAY, "mug", "p", "a")).isTrue();
        assertThat(marks.click(TODAY, "mug", "p", "a")).isFalse();
        assertThat(marks.click(TODAY, "mug", "q", "a")).isTrue();
        assertThat(marks.click(TODAY, "mug", "p", "b")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.99, true",
        "203.0.113.7, 203.0.114.7, false",
        "2001:db8:1:2::3, 2001:db8:1:2:ffff::4, true",
        "2001:db8:1:2::3, 2001:db8:1:3::3, false",
        "nonsense, '', true"
    })
    void addressesOfOneNetworkCountAsOne(String address, String other, boolean isSame) {
        assertThat(SearchOrigin.networkOf(address).equals(SearchOrigin.networkOf(other)))
                .isEqualTo(isSame);
    }
}
